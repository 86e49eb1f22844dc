(use-modules (ice-9 rdelim))

(define (numbers-in line)
  (map string->number (string-tokenize line)))

(let loop ((line (read-line)))
  (unless (eof-object? line)
    (display (apply + (numbers-in line)))
    (newline)
    (loop (read-line))))
