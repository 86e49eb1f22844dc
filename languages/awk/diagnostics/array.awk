BEGIN {
  sizes["small"] = 1
  print sizes + 1
}
