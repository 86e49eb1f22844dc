(define-module (shapes area)
  #:export (area))

(define (area width height)
  (* width height))
