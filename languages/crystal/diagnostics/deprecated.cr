@[Deprecated("Use `area` instead.")]
def size(side)
  side * side
end

puts size(3)
