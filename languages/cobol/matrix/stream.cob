identification division.
program-id. two-lines.

procedure division.
    display "first"
    continue after 0.5 seconds
    display "second"
    stop run.
