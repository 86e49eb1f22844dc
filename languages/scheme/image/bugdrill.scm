;;; Runs a program as `guile main.scm` does, but quietly compiled, and tells where its faults are: FILE:LINE:COLUMN,
;;; counted from 1, for what the compiler warns of and for an error that nobody handled.

(define-module (bugdrill)
  #:use-module (ice-9 exceptions)
  #:use-module (ice-9 match)
  #:use-module (system vm program)
  #:export (run))

(define folder (string-append (getcwd) "/"))

(define (short file)
  (if (string-prefix? folder file)
      (substring file (string-length folder))
      file))

(define (place file line column)
  (format #f "~a:~a:~a" (short file) line column))

;; "FILE:LINE:COLUMN: text" with so much added to the column and a word before the text; #f for any other line.
(define (placed text offset word)
  (match (string-split text #\:)
    ((file (= string->number (? integer? line)) (= string->number (? integer? column)) . rest)
     (string-append (place file line (max 1 (+ column offset))) ":" word (string-join rest ":")))
    (_ #f)))

;;; What the compiler says: its warnings, without the notes of how it gets on.

(define (tell-compiler-line line)
  (let* ((text (if (string-prefix? ";;; " line) (substring line 4) line))
         (told (and (string-contains text ": warning: ") (placed text 1 ""))))
    (when told
      (display told (current-error-port))
      (newline (current-error-port)))))

(define (compiler-port)
  (define begun "")
  (define (take text)
    (let ((lines (string-split (string-append begun text) #\newline)))
      (let loop ((lines lines))
        (match lines
          ((last) (set! begun last))
          ((line . rest) (tell-compiler-line line) (loop rest))))))
  (make-soft-port
   (vector (lambda (character) (take (string character))) take (lambda () #t) #f #f)
   "w"))

;;; What an error says that nobody handled.

(define (words-of exception)
  (let* ((text (call-with-output-string
                 (lambda (port)
                   (print-exception port #f (exception-kind exception) (exception-args exception)))))
         (lines (filter (lambda (line) (not (string-null? line)))
                        (map string-trim-both (string-split text #\newline))))
         (lines (if (and (pair? lines) (pair? (cdr lines))
                         (or (string-prefix? "ERROR: In procedure" (car lines))
                             (string-prefix? "Syntax error:" (car lines))))
                    (cdr lines)
                    lines)))
    (string-join lines " ")))

(define (own-place frame)
  (let* ((source (frame-source frame))
         (file (and source (source:file source))))
    (and (string? file)
         (file-exists? (string-append folder (short file)))
         (place file (source:line-for-user source) (+ 1 (source:column source))))))

;; Where the stack is in the program's own files, innermost first: places with the names of procedures.
(define (own-frames stack)
  (filter car
          (map (lambda (index)
                 (let ((frame (stack-ref stack index)))
                   (cons (own-place frame) (frame-procedure-name frame))))
               (iota (stack-length stack)))))

(define (tell exception stack)
  (let* ((port (current-error-port))
         (words (words-of exception))
         (frames (own-frames stack))
         (offset (if (eq? (exception-kind exception) 'read-error) -1 1))
         (in-text (placed words offset " error:")))
    (format port "~a~%"
            (cond (in-text in-text)
                  ((pair? frames) (string-append (car (car frames)) ": error: " words))
                  (else (string-append "error: " words))))
    (unless in-text
      (for-each (match-lambda
                  ((place . name) (format port "  at ~a~a~%" place (if name (format #f " in ~a" name) ""))))
                frames))))

(define (fail exception)
  (unless (quit-exception? exception)
    (false-if-exception (force-output (current-output-port)))
    (false-if-exception (tell exception (make-stack #t)))
    (primitive-exit 1))
  (raise-exception exception))

;;; How a program is run.

(define (run)
  (match (cdr (program-arguments))
    ((entry . arguments)
     (set-program-arguments (cons entry arguments))
     (setvbuf (current-output-port) 'line)
     (set! %load-path (cons* (getcwd) (dirname (string-append folder entry)) %load-path))
     (set! %load-extensions (append %load-extensions '(".sld")))
     (set! %load-should-auto-compile #t)
     (current-warning-port (compiler-port))
     (set-current-module (resolve-module '(guile-user)))
     (with-exception-handler fail
       (lambda () (load-in-vicinity folder entry))))))
