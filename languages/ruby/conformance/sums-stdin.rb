print "before "
puts $stdin.sum { |line| Integer(line) }
p gets, ARGV
