(defun half (n)
  (if (evenp n)
      (/ n 2)
      (error "~d is odd" n))) ; HERE

(write-line "before")
(print (half 3))
