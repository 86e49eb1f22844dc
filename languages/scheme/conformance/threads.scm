(use-modules (ice-9 popen)
             (ice-9 rdelim)
             (ice-9 threads)
             (srfi srfi-1))

(define squares (par-map (lambda (n) (* n n)) (iota 10 1)))
(format #t "~a\n" (fold + 0 squares))

(define thread (call-with-new-thread (lambda () 'from-a-thread)))
(format #t "~a\n" (join-thread thread))

(define child (open-input-pipe "echo a child"))
(format #t "~a\n" (read-line child))
(close-pipe child)

(display "an unfinished line")
