(define (area width height)
  (* width depth))

(display (area 6 7))
