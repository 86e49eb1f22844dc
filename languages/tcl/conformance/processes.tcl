puts [exec tr a-z A-Z << "from a shell"]
catch {exec sh -c "exit 4"} message options
puts [lindex [dict get $options -errorcode] 2]

after 20 {puts "later"; set done yes}
puts "sooner"
vwait done

coroutine numbers apply {{} {
    yield
    foreach n {1 2 3} {yield $n}
}}
puts "[numbers] [numbers] [numbers]"

writeFile notes.txt "kept\n"
puts [string trim [readFile notes.txt]]
set child [interp create -safe]
puts [$child eval {expr {6 * 7}}]
