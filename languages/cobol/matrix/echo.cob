identification division.
program-id. echo-lines.

environment division.
input-output section.
file-control.
    select input-file assign to keyboard
        organization is line sequential.

data division.
file section.
fd  input-file
    record is varying in size depending on line-length.
01  input-line          pic x(1000).

working-storage section.
01  line-length         pic 9(4).

procedure division.
    open input input-file
    perform until exit
        read input-file
            at end exit perform
        end-read
        if line-length > 0
            display input-line(1:line-length) with no advancing
        end-if
        display x"0a" with no advancing
    end-perform
    close input-file
    stop run.
