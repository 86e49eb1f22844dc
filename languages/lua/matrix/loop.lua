print("begun")
local number = 0
while true do
  number = number + 1
end
