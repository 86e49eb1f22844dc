BEGIN {
  print haf(4)
}
