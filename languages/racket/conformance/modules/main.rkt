#lang racket/base

(require racket/runtime-path
         "shapes/area.rkt"
         (prefix-in s: (submod "shapes/area.rkt" sizes)))

(define-runtime-path greeting "greeting.txt")

(module+ main
  (printf "main: ~a ~a\n" (area s:width s:height) (call-with-input-file greeting read-line)))

(module+ test
  (displayln "never printed"))

(area 1 2)
"a value is printed"
(printf "~a arguments\n" (vector-length (current-command-line-arguments)))
