(define-library (tools counter)
  (export make-counter)
  (import (scheme base))
  (begin
    (define (make-counter start)
      (lambda ()
        (set! start (+ start 1))
        start))))
