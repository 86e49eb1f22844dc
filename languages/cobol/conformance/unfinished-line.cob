identification division.
program-id. unfinished-line.

data division.
working-storage section.
01  input-line          pic x(20).
01  total               pic 9(6) value 0.
01  shown               pic z(5)9.

procedure division.
    display "sum: " with no advancing
    perform 3 times
        accept input-line
        add function numval(input-line) to total
    end-perform
    move total to shown
    display function trim(shown) with no advancing
    stop run.
