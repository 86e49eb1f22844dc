check <- function(width) {
  if (width < 0) {
    stop("a width is not negative")
  }
  width
}

area <- function(width) check(width)^2

area(-1)
