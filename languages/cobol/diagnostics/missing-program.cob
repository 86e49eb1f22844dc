identification division.
program-id. missing-program.

procedure division.
    display "before"
    call "nowhere"
    stop run.
