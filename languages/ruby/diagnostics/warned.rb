$VERBOSE = true
eval("def twice(n) = n * 2", binding, __FILE__, 2)
def twice(n) = n + n
puts twice(4)
