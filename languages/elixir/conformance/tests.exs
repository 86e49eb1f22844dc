ExUnit.start(autorun: false, formatters: [])

defmodule SumTest do
  use ExUnit.Case

  test "adds" do
    assert Enum.sum([1, 2]) == 3
  end
end

IO.puts("#{ExUnit.run().failures} failures")
