IO.stream()
|> Stream.map(fn line -> line |> String.split() |> Enum.map(&String.to_integer/1) end)
|> Enum.each(fn numbers -> IO.puts(Enum.sum(numbers)) end)
