for {set i 0} {$i < 16384} {incr i} {
    puts [string repeat x 63]
}
