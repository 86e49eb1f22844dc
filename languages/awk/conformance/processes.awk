BEGIN {
  "echo read" | getline line
  print line

  sorted = "sort -n"
  print "10\n9\n8" | sorted
  close(sorted)

  upper = "tr a-z A-Z"
  print "both ways" |& upper
  close(upper, "to")
  upper |& getline line
  print line

  print "ended with " system("exit 4")

  print "kept" > "notes.txt"
  close("notes.txt")
  while ((getline line < "notes.txt") > 0) print line
}
