defmodule Memory do
  def grow(kept), do: grow([:binary.copy("x", 1_000_000) | kept])
end

Memory.grow([])
