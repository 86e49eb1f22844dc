io.write("from ")
io.flush()
os.execute("echo a shell")

local pipe = io.popen("echo read; exit 4")
print(pipe:read("a"), select(3, pipe:close()))

local file <close> = assert(io.open("notes.txt", "w"))
file:write("kept\n")
file:flush()
for line in io.lines("notes.txt") do print(line) end

local numbers = coroutine.wrap(function()
  for n = 1, 3 do coroutine.yield(n) end
end)
print(numbers(), numbers(), numbers())
