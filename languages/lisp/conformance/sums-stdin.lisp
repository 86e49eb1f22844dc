(defun numbers-in (line)
  (with-input-from-string (stream line)
    (loop for number = (read stream nil)
          while number
          collect number)))

(loop for line = (read-line *standard-input* nil)
      while line
      do (format t "~d~%" (reduce #'+ (numbers-in line))))
