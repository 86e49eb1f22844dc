require "./shape"

module Shapes
  struct Rectangle < Shape
    def initialize(@width : Int32, @height : Int32)
    end

    def area : Int32
      @width * @height
    end
  end
end
