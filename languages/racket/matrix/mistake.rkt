#lang racket

(define (total numbers)
  (apply + numbers))

(printf "the total is ~a\n" (totl '(1 2 3))) ; HERE
