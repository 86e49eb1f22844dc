local function greet(name)
  print("Hello " name) -- HERE
end

greet("you")
