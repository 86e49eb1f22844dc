#lang racket

(displayln "begun")

(let spin ()
  (spin))
