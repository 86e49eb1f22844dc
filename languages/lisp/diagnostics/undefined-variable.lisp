(defun area (width height)
  (* width depth))

(format t "begun~%")
(format t "~d~%" (area 6 7))
