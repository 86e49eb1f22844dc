require "./shape"

module Shapes
  struct Square < Shape
    def initialize(@side : Int32)
    end

    def area : Int32
      @side ** 2
    end
  end
end
