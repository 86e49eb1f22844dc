(import (scheme base)
        (scheme write)
        (tools counter))

(define count (make-counter 40))
(count)
(display (count))
(newline)

(define-record-type point
  (make-point x y)
  point?
  (x point-x)
  (y point-y))
(display (point-x (make-point 1 2)))
(newline)

(write (guard (fault ((symbol? fault) fault)) (raise 'caught)))
(newline)
(write (call/cc (lambda (leave) (for-each (lambda (n) (when (> n 1) (leave n))) '(1 2 3)))))
(newline)
