echo "$# arguments, the last: ${*: -1}"
