source lib/area.tcl

puts [area 2]
