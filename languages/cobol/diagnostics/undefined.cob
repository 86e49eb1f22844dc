identification division.
program-id. undefined.

data division.
working-storage section.
01  short-name          pic x(3).

procedure division.
    move "much too long" to short-name
    move "a" to shortname
    stop run.
