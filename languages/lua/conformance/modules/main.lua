local Square = require("shapes.square")

print(Square.new(3):area())
print(require("shapes.square") == Square, select("#", ...), arg[0])
dofile("config.lua")
