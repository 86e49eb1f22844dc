(display "first\n")
(usleep 500000)
(display "second\n")
