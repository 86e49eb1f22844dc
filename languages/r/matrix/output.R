for (i in 1:16384) {
  cat(strrep("x", 63), "\n", sep = "")
}
