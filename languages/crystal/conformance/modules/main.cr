require "./shapes/*"

shapes = [Shapes::Square.new(3), Shapes::Rectangle.new(4, 5)]
shapes.each { |shape| puts "#{shape.class} #{shape.area}" }
