local socket = require("socket")

print("first")
socket.sleep(0.5)
print("second")
