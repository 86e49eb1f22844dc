(write-line "Hello World")
