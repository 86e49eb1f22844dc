16_384.times { puts "x" * 63 }
