defmodule Area do
  def area(width, height) do
    double = width * 2
    width * height
  end
end

IO.puts(Area.area(6, 7))
