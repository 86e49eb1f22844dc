local function inner(shape)
  return shape.size.width
end

local function outer(shape)
  return 1 + inner(shape)
end

print(outer({}))
