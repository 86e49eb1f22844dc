(display "begun\n")

(let spin ((n 0))
  (spin (+ n 1)))
