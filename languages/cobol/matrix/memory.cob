identification division.
program-id. keep-memory.

data division.
working-storage section.
01  piece               pic x(1000000) based.

procedure division.
    perform until exit
        allocate piece
        move all "x" to piece
    end-perform
    stop run.
