#lang racket

(define words (vector "one" "two"))

(displayln
 (string-append "the third is "
                (vector-ref words 2)))
