sizes <- data.frame(width = 1:3)
sizes$height <- 1:2
