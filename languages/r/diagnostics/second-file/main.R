source("lib/area.R")

print(area(2, "wide"))
