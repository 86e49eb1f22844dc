BEGIN { print "Hello World" }
