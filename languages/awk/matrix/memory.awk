BEGIN {
  while (1) kept[n++] = "number " n
}
