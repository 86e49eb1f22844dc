identification division.
program-id. whole.

data division.
working-storage section.
01  side                pic 9(3) value 12.
01  surface             pic 9(6).

procedure division.
    call "square-area" using side surface
    display "surface " surface
    stop run.
