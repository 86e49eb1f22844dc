puts "begun"
while {true} {
    incr number
}
