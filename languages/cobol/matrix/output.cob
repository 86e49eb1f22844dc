identification division.
program-id. output-lines.

data division.
working-storage section.
01  long-line           pic x(63) value all "x".

procedure division.
    perform 16384 times
        display long-line
    end-perform
    stop run.
