defmodule Shapes.Area do
  def area(width, height), do: width * height
end
