puts "Hello from Tcl [info patchlevel]"
puts -nonewline "What is your name? "
set name [gets stdin]
if {$name eq ""} {
    set name stranger
}
puts "Nice to meet you, $name!"

foreach n {1 2 3} {
    puts "$n squared is [expr {$n ** 2}]"
}
