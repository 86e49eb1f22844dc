local Square = {}
Square.__index = Square

function Square.new(side)
  return setmetatable({ side = side }, Square)
end

function Square:area()
  return self.side ^ 2 // 1 | 0
end

return Square
