greet <- function(name) {
  cat("Hello" name) # HERE
}

greet("you")
