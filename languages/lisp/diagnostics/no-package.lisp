(defun area (width height)
  (shapes:product width height))
