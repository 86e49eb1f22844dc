import half

print(half.half(2))
