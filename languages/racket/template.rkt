#lang racket

(define (square n) (* n n))

(printf "Hello from Racket ~a\nWhat is your name? " (version))
(flush-output)
(define line (read-line))
(printf "Nice to meet you, ~a!\n" (if (eof-object? line) "stranger" line))

(for ([n (in-range 1 4)])
  (printf "~a squared is ~a\n" n (square n)))
