print("Hello from " .. _VERSION)
io.write("What is your name? ")
local name = io.read() or ""
if name == "" then name = "stranger" end
print("Nice to meet you, " .. name .. "!")

for n = 1, 3 do
  print(n .. " squared is " .. n * n)
end
