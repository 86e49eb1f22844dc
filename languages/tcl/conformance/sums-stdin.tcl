puts -nonewline "before "
set sum 0
foreach number [split [read stdin] "\n"] {
    incr sum $number
}
puts "$sum [eof stdin]"
