@include "lib/area.awk"

BEGIN { print area(2) }
