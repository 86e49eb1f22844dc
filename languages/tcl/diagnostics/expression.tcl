set width 2
puts [expr {$width *}]
