(let ((line (read-line)))
  (format t "grüße, ~a 世界 🐛~%" line))
