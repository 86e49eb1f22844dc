(define (total numbers)
  (apply + numbers))

(format #t "The total is ~a\n" (total '(1 2 3)))) ; HERE
