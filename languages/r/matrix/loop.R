cat("begun\n")
number <- 0
while (TRUE) number <- number + 1
