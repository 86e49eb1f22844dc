total <- 1

print(totle)
