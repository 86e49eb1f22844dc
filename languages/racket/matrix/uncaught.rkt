#lang racket

(define (half n)
  (if (even? n)
      (quotient n 2)
      (error "an odd number:" n))) ; HERE

(displayln "before")
(displayln (half 3))
