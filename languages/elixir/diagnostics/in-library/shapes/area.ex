defmodule Area do
  def total(sides) do
    numbers = Enum.map(sides, &String.to_integer/1)
    Enum.sum(numbers)
  end
end
