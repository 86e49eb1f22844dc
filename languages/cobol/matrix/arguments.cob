identification division.
program-id. show-arguments.

data division.
working-storage section.
01  argument-count      pic 9(4).
01  argument            pic x(1000).

procedure division.
    accept argument-count from argument-number
    perform argument-count times
        accept argument from argument-value
        display function trim(argument trailing)
    end-perform
    stop run.
