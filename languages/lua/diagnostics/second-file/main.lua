local area = require("area")

print(area(2))
