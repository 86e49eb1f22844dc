identification division.
program-id. unicode.

data division.
working-storage section.
01  input-line          pic x(100).

procedure division.
    accept input-line
    display "grüße, " function trim(input-line) " 世界 🐛"
    stop run.
