identification division.
program-id. whole.

data division.
working-storage section.
    copy "deep/thought.cpy".

procedure division.
    display "from a folder: " answer
    stop run.
