require_relative "shapes/square"
require "./shapes/circle"

puts Square.new(3).area
puts Circle.new(2).area.round(3)
puts [__FILE__, $PROGRAM_NAME, __FILE__ == $PROGRAM_NAME].inspect
