cat("Hello World\n")
