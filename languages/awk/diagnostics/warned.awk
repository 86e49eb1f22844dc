BEGIN {
  print log(-1)
  print int("3") > "/nowhere/at/all"
}
