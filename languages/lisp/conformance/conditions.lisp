;; A form is only read once those before it have been run, and a function may call one that comes later.
(defpackage :made-earlier
  (:use :cl))
(in-package :made-earlier)

(define-condition too-large (error)
  ((size :initarg :size :reader size)))

(defun checked (size)
  (restart-case (limit size)
    (use-smaller (smaller) smaller)))

(defun limit (size)
  (if (> size 10)
      (error 'too-large :size size)
      size))

(handler-bind ((too-large (lambda (condition)
                            (invoke-restart 'use-smaller (floor (size condition) 2)))))
  (format t "~d ~d~%" (checked 3) (checked 30)))

(warn "only said")
(format t "~a~%" *package*)
