gets stdin line
puts "grüße, $line 世界 🐛"
