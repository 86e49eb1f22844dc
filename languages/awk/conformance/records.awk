BEGIN {
  FPAT = "([^,]+)|(\"[^\"]+\")"
}

{
  sizes[$1] += $NF
  names = names sprintf("%s(%d) ", $2, length($2))
}

END {
  PROCINFO["sorted_in"] = "@ind_str_asc"
  for (key in sizes) print key, sizes[key]
  print names
  print toupper("grün"), substr("日本語", 2), strftime("%F", 0, 1)
  if (match("bug 42", /([a-z]+) ([0-9]+)/, found)) print found[2] + 0, gensub(/b(.)/, "\\1b", 1, found[1])
}
