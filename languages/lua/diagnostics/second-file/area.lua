return function(width, height)
  return width * height
end
