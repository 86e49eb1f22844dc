#lang racket

(display "sum: ")
(display (for/sum ([line (in-lines)])
           (string->number (string-trim line))))
