local socket = require("socket")

local connection = socket.tcp()
connection:settimeout(2)
print(connection:connect("192.0.2.1", 80) and "connected" or "no network")
