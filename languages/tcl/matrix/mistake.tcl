proc greet {name} {
    puts "Hello $name"
}

greet {you}} ;# HERE
