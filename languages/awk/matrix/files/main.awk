@include "lib/answer.awk"

BEGIN { print "from a folder: " answer() }
