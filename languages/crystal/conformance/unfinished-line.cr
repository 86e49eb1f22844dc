print "sum: "
print STDIN.each_line.sum(&.to_i)
