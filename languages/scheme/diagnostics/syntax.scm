(define (area width height)
  (let ((product (* width height)
    product))

(display (area 6 7))
