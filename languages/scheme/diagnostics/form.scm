(define sides '(6 7))

(let ((width))
  (display width))
