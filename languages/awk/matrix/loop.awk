BEGIN {
  print "begun"
  while (1) number++
}
