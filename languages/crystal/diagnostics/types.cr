def half(n : Int32)
  n // 2
end

puts half("text")
