defmodule Half do
  def of(n) when rem(n, 2) == 0, do: div(n, 2)

  def of(n) do
    raise ArgumentError, "#{n} is odd" # HERE
  end
end

IO.puts("before")
IO.puts(Half.of(3))
