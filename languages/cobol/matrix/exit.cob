identification division.
program-id. leave.

procedure division.
    display "leaving"
    stop run returning 3.
