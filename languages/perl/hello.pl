print "Hello World\n";
