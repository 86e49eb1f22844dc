half <- function(n) {
  n / "two"
}

print(half(4))
