(use-modules (rnrs bytevectors))

(define kept '())

(let grow ()
  (set! kept (cons (make-bytevector 1000000 1) kept))
  (grow))
