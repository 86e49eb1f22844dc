#lang racket/base
;; Runs a program as `racket main.rkt` does, but shows each line when it is printed, and tells where an error that
;; nobody handled has its place: FILE:LINE:COLUMN, counted from 1.
(require racket/path racket/string "marked.rkt")

(define folder (current-directory))

(define (own-file source)
  (define path (and (path-string? source) (simplify-path (path->complete-path source folder))))
  (and path
       (file-exists? path)
       (let ([short (path->string (find-relative-path folder path))])
         (and (not (string-prefix? short "..")) (not (absolute-path? short)) short))))

;; "FILE:LINE:COLUMN", where that is in the program; else #f.
(define (place source line column)
  (define file (and line (own-file source)))
  (and file (format "~a:~a:~a" file line (add1 (or column 0)))))

(define (place-in-text raised)
  (for/or ([found (if (exn:srclocs? raised) ((exn:srclocs-accessor raised) raised) '())])
    (and found (place (srcloc-source found) (srcloc-line found) (srcloc-column found)))))

(define (place-on-stack raised)
  (define marks (if (exn? raised) (exn-continuation-marks raised) (current-continuation-marks)))
  (define places (marked-places marks))
  (and (pair? places) (car places)))

(define show (error-display-handler))

;; The reader and the expander say the place themselves, with columns counted from 0.
(define (without-place message)
  (regexp-replace #px"^[^:\n]+:\\d+:\\d+: " message ""))

(define (tell message raised)
  (with-handlers ([void void]) (flush-output (current-output-port)))
  (define in-text (place-in-text raised))
  (define where (or in-text (place-on-stack raised)))
  (define words (if in-text (without-place message) message))
  (show (if where (string-append where ": error: " words) words) raised))

(define arguments (vector->list (current-command-line-arguments)))
(define entry (path->complete-path (car arguments)))

(define (run-part name)
  (define part `(submod ,entry ,name))
  (when (module-declared? part #t) (dynamic-require part #f)))

(file-stream-buffer-mode (current-output-port) 'line)
(error-display-handler tell)
(current-compile (compile-marked (current-compile) own-file))
(current-command-line-arguments (list->vector (cdr arguments)))
(run-part 'configure-runtime)
(dynamic-require entry #f)
(run-part 'main)
