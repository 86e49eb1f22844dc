list = [1, 2, 3
IO.puts(length(list))
