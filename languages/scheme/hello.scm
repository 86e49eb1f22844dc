(display "Hello World")
(newline)
