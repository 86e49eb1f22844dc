#lang racket/base

(provide area)

(define (area width height)
  (* width height))

(module sizes racket/base
  (provide width height)
  (define width 3)
  (define height 4))
