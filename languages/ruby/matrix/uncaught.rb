puts "before"
Integer("forty-two") # HERE
