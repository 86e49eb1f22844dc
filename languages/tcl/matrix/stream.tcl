puts "first"
after 500
puts "second"
