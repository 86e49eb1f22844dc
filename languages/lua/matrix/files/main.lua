local answer = require("lib.answer")

print("from a folder: " .. answer.value())
