cat("before\n")
stop("nobody catches this") # HERE
