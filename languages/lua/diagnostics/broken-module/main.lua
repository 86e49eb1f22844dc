local half = require("lib.half")

print(half(4))
