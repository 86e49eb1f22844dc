identification division.
program-id. welcome.
data division.
working-storage section.
01  your-name           pic x(40) value spaces.
procedure division.
    display "What is your name? " with no advancing
    accept your-name
    if your-name = spaces move "stranger" to your-name end-if
    display "Nice to meet you, " function trim(your-name) "!"
    stop run.
