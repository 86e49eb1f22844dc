identification division.
program-id. uncaught.

data division.
working-storage section.
01  scores.
    05  score           pic 9(3) occurs 3 times value 7.
01  place               pic 9(3) value 4.

procedure division.
    display "before"
    display score(place)    *> HERE
    stop run.
