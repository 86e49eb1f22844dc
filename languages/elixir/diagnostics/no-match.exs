defmodule Name do
  def of(1), do: "one"
end

IO.puts(Name.of(1))
IO.puts(Name.of(2))
