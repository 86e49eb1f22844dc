BEGIN {
  print "first"
  system("sleep 0.5")
  print "second"
}
