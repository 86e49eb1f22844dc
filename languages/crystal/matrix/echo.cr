STDIN.each_line(chomp: false) { |line| print line }
