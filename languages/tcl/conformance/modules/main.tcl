lappend auto_path [file join [file dirname [info script]] packages]
package require shapes 1.0
source config.tcl

puts [shapes::area 3]
puts "[info script] $argv0 $argc $configured"
