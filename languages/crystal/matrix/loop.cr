puts "begun"
count = 0
loop { count &+= 1 }
