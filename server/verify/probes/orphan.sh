# Ends at once and leaves a child that holds its stdout, ignores signals, and would print for ever.
(trap '' TERM INT HUP; exec -a "$1" sleep 600) &
(trap '' TERM INT HUP; while :; do echo late; sleep 1; done) &
echo up
sleep 0.3
