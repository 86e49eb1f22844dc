module Shapes
  abstract struct Shape
    abstract def area : Int32
  end
end
