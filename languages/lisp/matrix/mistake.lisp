(defun total (numbers)
  (reduce #'+ numbers))

(format t "The total is ~d~%" (total '(1 2 3)))) ; HERE
