(use-modules (ice-9 rdelim))

(define line (read-line))
(format #t "grüße, ~a 世界 🐛\n" line)
