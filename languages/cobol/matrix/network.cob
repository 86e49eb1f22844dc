*> COBOL has no sockets of its own: the C library's are called.
identification division.
program-id. network.

data division.
working-storage section.
01  server.
    05  family          binary-short unsigned value 2.
    05  port-number     pic x(2) value x"0050".
    05  host            pic x(4) value x"c0000201".    *> 192.0.2.1
    05  filler          pic x(8) value low-values.
01  socket-number       binary-long.
01  outcome             binary-long.

procedure division.
    call "socket" using by value 2 by value 1 by value 0
        returning socket-number
    call "connect" using by value socket-number by reference server by value 16
        returning outcome
    if outcome = 0
        display "connected"
    else
        display "no network"
    end-if
    stop run.
