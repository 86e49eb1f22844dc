def double(number : Int32)
  number * 2
end

puts double("not a number") # HERE
