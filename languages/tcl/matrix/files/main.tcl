source [file join [file dirname [info script]] lib answer.tcl]

puts "from a folder: [answer]"
