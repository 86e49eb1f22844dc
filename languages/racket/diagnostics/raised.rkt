#lang racket

(define (check n)
  (unless (even? n)
    (error 'check "not even: ~a" n))
  n)

(define (checked numbers)
  (for/list ([n numbers])
    (check n)))

(displayln (checked '(2 3)))
