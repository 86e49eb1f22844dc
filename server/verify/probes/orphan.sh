# Ends at once and leaves a child that holds its stdout, ignores signals, and would print for ever.
echo "up $UID"
(trap '' TERM INT HUP; exec sleep 600) &
(trap '' TERM INT HUP; while :; do echo late; sleep 1; done) &
sleep 0.3
