total = Enum.sum([1, 2, 3])
IO.puts("The total is #{totl}") # HERE
