defmodule Loop do
  def spin(n), do: spin(n + 1)
end

IO.puts("begun")
Loop.spin(0)
