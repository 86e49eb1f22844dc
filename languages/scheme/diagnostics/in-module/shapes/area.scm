(define-module (shapes area)
  #:export (total))

(define (total sides)
  (let ((doubled (map (lambda (side) (* 2 side)) sides)))
    (apply + doubled)))
