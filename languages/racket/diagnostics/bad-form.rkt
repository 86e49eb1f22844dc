#lang racket

(define (half n)
  (let ([m])
    (quotient m 2)))
