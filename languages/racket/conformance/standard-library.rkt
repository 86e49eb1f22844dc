#lang racket

(require data/heap file/sha1 json racket/generator srfi/19)

(displayln (expt 2 100))
(displayln (sha1 (open-input-string "racket")))
(displayln (match '(1 (2 3)) [(list a (list b c)) (list c b a)]))
(displayln (regexp-replace* #px"\\d+" "a1b22" "#"))
(displayln (hash-ref (string->jsexpr "{\"numbers\": [1, 2, 3]}") 'numbers))
(displayln (for/list ([n (in-generator (yield 1) (yield 2))]) n))

(define queue (make-heap <=))
(heap-add-all! queue '(3 1 2))
(displayln (heap-min queue))

(define/contract (half n)
  (-> even? integer?)
  (quotient n 2))
(displayln (with-handlers ([exn:fail:contract:blame? (const "blamed")]) (half 3)))

(struct point (x y) #:transparent)
(displayln (point 1 2))
(displayln (date->string (make-date 0 0 0 12 1 7 2024 0) "~Y-~m-~d"))
(with-output-to-file "/tmp/note.txt" (lambda () (display "kept")) #:exists 'replace)
(displayln (file->string "/tmp/note.txt"))
(display (current-directory))
