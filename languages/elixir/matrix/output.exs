line = String.duplicate("x", 63)
for _ <- 1..16384, do: IO.puts(line)
