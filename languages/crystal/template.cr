print "What is your name? "
name = gets.try(&.strip).presence || "stranger"
puts "Nice to meet you, #{name}!"

(1..3).each do |n|
  puts "#{n} squared is #{n ** 2}"
end
