line <- readLines(file("stdin"), n = 1)
cat("grüße, ", line, " 世界 🐛\n", sep = "")
