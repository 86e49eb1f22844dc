def greet(name)
  puts "Hello" name # HERE
end

greet("you")
