BEGIN {
  print "Hello from AWK " PROCINFO["version"]
  printf "What is your name? "
  if ((getline name) <= 0) name = "stranger"
  print "Nice to meet you, " name "!"

  for (n = 1; n <= 3; n++) print n " squared is " n ^ 2
}
