(write-line "begun")

(defun area (width height)
  (* width height)

(print (area 6 7))
