puts "first"
sleep 500.milliseconds
puts "second"
