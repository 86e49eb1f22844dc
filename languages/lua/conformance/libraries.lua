local json = require("cjson")
local lfs = require("lfs")
local lpeg = require("lpeg")
local socket = require("socket")

print(json.encode({ 1, "naïve 🐛", true }), json.decode('{"a": [6, 7]}').a[2])
print(lfs.attributes("main.lua") == nil, lfs.mkdir("folder"), lfs.attributes("folder").mode)
print(lpeg.match(lpeg.C(lpeg.R("az") ^ 1), "bug42"))
print(socket.gettime() > 0, utf8.len("日本語"), math.maxinteger)
