(write-line "begun")
(loop)
