(use-modules (ice-9 rdelim))

(format #t "Hello from Guile ~a\nWhat is your name? " (version))
(force-output)

(define line (read-line))
(define name (if (eof-object? line) "stranger" line))
(format #t "Nice to meet you, ~a!\n" name)

(do ((n 1 (+ n 1)))
    ((> n 3))
  (format #t "~a squared is ~a\n" n (* n n)))
