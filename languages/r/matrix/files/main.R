source("lib/answer.R")

cat("from a folder:", answer(), fill = TRUE)
