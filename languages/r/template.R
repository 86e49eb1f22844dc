cat("Hello from", R.version.string, "\n")
cat("What is your name? ")
name <- readLines(file("stdin"), n = 1)
if (length(name) == 0 || name == "") name <- "stranger"
cat("Nice to meet you, ", name, "!\n", sep = "")

for (n in 1:3) {
  cat(n, "squared is", n^2, "\n")
}
