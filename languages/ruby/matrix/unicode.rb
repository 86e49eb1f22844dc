line = gets.chomp
puts "grüße, #{line} 世界 🐛"
