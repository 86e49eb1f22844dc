(write-line "first")
(sleep 0.5)
(write-line "second")
