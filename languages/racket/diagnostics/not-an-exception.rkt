#lang racket/base

(define (check n)
  (cond
    [(even? n) n]
    [else (raise 'odd)]))

(check 3)
