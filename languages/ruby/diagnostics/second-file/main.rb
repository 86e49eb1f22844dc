require_relative "lib/area"

puts area(2, nil)
