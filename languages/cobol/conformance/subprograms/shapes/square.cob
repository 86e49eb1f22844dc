identification division.
program-id. square-area.

data division.
linkage section.
01  side                pic 9(3).
01  surface             pic 9(6).

procedure division using side surface.
    compute surface = side * side
    goback.
