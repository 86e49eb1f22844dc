#lang racket

(define (half n)
  (quotient n 2)

(displayln (half 4))
