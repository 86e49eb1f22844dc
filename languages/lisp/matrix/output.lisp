(let ((line (make-string 63 :initial-element #\x)))
  (loop repeat 16384
        do (write-line line)))
