(define (half n)
  (if (even? n)
      (quotient n 2)
      (error "an odd number:" n))) ; HERE

(display "before\n")
(display (half 3))
