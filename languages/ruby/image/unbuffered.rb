# Output is seen when it is printed, also where it goes into a pipe.
$stdout.sync = true
