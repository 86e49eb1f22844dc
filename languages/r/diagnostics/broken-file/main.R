source("lib/area.R")
