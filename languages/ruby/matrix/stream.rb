puts "first"
sleep 0.5
puts "second"
