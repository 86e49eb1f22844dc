square_area <- function(side) side^2
