source("shapes/square.R")
shapes <- new.env()
sys.source("shapes/circle.R", shapes)

print(square_area(3))
print(round(shapes$area(2), 3))
if (sys.nframe() == 0 && !interactive()) print(commandArgs(TRUE))
