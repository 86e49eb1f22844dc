set sizes {1 2 3}

puts [lindex $sizes 0
