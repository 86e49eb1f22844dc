#lang racket

(provide area)

(define (area width height)
  (* width height))
