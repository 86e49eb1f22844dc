1..100
|> Task.async_stream(fn n -> n * n end)
|> Enum.reduce(0, fn {:ok, square}, total -> total + square end)
|> IO.puts()

{:ok, counter} = Agent.start_link(fn -> 0 end)
for _ <- 1..3, do: Agent.update(counter, &(&1 + 1))
IO.puts("counted to #{Agent.get(counter, & &1)}")

{output, 0} = System.cmd("echo", ["a child"])
IO.write(output)

parent = self()
spawn(fn -> send(parent, {:hello, "from a process"}) end)

receive do
  {:hello, text} -> IO.write(text)
end
