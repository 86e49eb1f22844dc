(loop for (line missing-newline) = (multiple-value-list (read-line *standard-input* nil))
      while line
      do (write-string line)
         (unless missing-newline (terpri)))
