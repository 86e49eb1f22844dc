function greet(name) {
  print "Hello " name) # HERE
}

BEGIN { greet("you") }
