identification division.
program-id. endless.

data division.
working-storage section.
01  rounds              binary-long value 0.

procedure division.
    display "begun"
    perform until exit
        compute rounds = function mod(rounds + 1, 1000)
    end-perform
    stop run.
