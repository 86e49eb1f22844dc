IO.puts("Hello from Elixir #{System.version()}")

name =
  case IO.gets("What is your name? ") do
    :eof -> "stranger"
    line -> String.trim(line)
  end

IO.puts("Nice to meet you, #{name}!")

for n <- 1..3, do: IO.puts("#{n} squared is #{n * n}")
