@include "shapes/square"
@include "shapes/circle.awk"

BEGIN {
  print square::area(3)
  printf "%.3f\n", circle_area(2)
  print ARGC, ARGV[0]
}
