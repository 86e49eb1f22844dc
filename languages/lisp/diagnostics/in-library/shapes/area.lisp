(defpackage :shapes
  (:use :cl)
  (:export :total))

(in-package :shapes)

(defun total (sides)
  (let ((numbers (mapcar #'parse-integer sides)))
    (reduce #'+ numbers)))
