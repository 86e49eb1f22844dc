library(parallel)

print(unlist(mclapply(1:3, function(n) n^2, mc.cores = 2)))
print(system2("echo", "from a shell", stdout = TRUE))

result <- tryCatch(stop("caught"), error = conditionMessage, finally = cat("at last\n"))
print(result)
print(try(log("a"), silent = TRUE) |> class())

writeLines("kept", "notes.txt")
print(readLines("notes.txt"))
invisible(5)
