(define line (make-string 63 #\x))

(do ((n 0 (+ n 1)))
    ((= n 16384))
  (display line)
  (newline))
