def area(width, height)
  width * height +
end

puts area(2, 3)
