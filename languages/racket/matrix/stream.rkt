#lang racket

(displayln "first")
(sleep 0.5)
(displayln "second")
