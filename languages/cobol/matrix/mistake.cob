identification division.
program-id. mistake.

data division.
working-storage section.
01  price               pic 9(3) value 7.

procedure division.
    display prize           *> HERE
    stop run.
