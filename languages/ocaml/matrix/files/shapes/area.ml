let area width height = width * height
