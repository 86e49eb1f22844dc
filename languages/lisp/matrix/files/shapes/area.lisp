(defpackage :shapes
  (:use :cl)
  (:export :area))

(in-package :shapes)

(defun area (width height)
  (* width height))
