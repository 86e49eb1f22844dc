cat("first\n")
Sys.sleep(0.5)
cat("second\n")
