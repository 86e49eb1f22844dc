BEGIN {
  print "before"
  print 1 / nothing # HERE
}
