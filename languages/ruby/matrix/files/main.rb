require_relative "lib/answer"

puts "from a folder: #{Answer.value}"
