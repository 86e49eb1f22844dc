require "./deep/thought"

puts "from a folder: #{DeepThought.answer}"
