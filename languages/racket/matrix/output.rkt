#lang racket

(define line (make-string 63 #\x))

(for ([_ (in-range 16384)])
  (displayln line))
