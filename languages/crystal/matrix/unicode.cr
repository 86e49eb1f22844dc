puts "grüße, #{gets} 世界 🐛"
