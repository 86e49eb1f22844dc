proc half {n} {
    return [expr {$n / 0}]
}

foreach n {4 6} {
    puts [half $n]
}
