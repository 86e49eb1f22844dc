package Bugdrill::Unbuffered;

# Output is seen when it is printed, also where it goes into a pipe.
$| = 1;

1;
