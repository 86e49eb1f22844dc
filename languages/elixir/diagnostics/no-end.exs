defmodule Area do
  def area(width, height) do
    width * height
end

IO.puts(Area.area(6, 7))
