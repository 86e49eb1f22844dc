#lang racket/base
;; Compiles modules so that it is known, line by line, where they are: Racket alone knows but the function, and not even
;; that of a call in tail position. Calls that begin a line leave its place as a mark on the continuation.
(provide compile-marked marked-places)

(define key (string->uninterned-symbol "place"))

;; Innermost first.
(define (marked-places marks)
  (continuation-mark-set->list marks key))

;; For `current-compile`: `file-of` names the file of a path, or answers #f for one that is none of the program's.
(define ((compile-marked compile file-of) form immediate?)
  (define source (and (syntax? form) (syntax-source form)))
  (define file (and immediate? (path? source) (is-module? form) (file-of source)))
  (compile (if file (marked (expand form) source file) form) immediate?))

(define (is-module? form)
  (define parts (syntax-e form))
  (and (pair? parts) (eq? (name-of (car parts)) 'module)))

;; What the form is called where it is defined, whatever the program calls it.
(define (name-of head)
  (define binding (and (identifier? head) (identifier-binding head)))
  (and (pair? binding) (cadr binding)))

(define (marked form source file)
  ;; `known` is the line that a mark around the form tells already.
  (define (mark form [known #f])
    (define parts (syntax->list form))
    (define (rebuilt . new) (datum->syntax form (apply list* new) form form))
    (define (all forms) (map (lambda (form) (mark form known)) forms))
    (define (bodies forms) (map mark forms))
    (if (or (not parts) (null? parts))
        form
        (let ([head (car parts)] [rest (cdr parts)])
          (case (name-of head)
            [(#%app #%plain-app) (call form head rest known)]
            [(if begin begin0 #%expression with-continuation-mark) (rebuilt head (all rest))]
            [(lambda) (rebuilt head (car rest) (bodies (cdr rest)))]
            [(case-lambda) (rebuilt head (map clause rest))]
            [(let-values letrec-values)
             (rebuilt head (again (car rest) (lambda (one) (binding one known))) (all (cdr rest)))]
            [(set! define-values) (rebuilt head (car rest) (all (cdr rest)))]
            [(module module*) (rebuilt head (car rest) (cadr rest) (bodies (cddr rest)))]
            [(#%module-begin) (rebuilt head (bodies rest))]
            [else form]))))
  (define (again form change)
    (datum->syntax form (map change (syntax->list form)) form form))
  (define (clause form)
    (define parts (syntax-e form))
    (datum->syntax form (cons (car parts) (map mark (rest-of parts))) form form))
  (define (rest-of parts)
    (if (syntax? (cdr parts)) (syntax->list (cdr parts)) (cdr parts)))
  (define (binding form known)
    (define parts (syntax->list form))
    (datum->syntax form (list (car parts) (mark (cadr parts) known)) form form))
  (define (call form head rest known)
    (define line (and (equal? (syntax-source form) source) (syntax-line form)))
    (define is-new? (and line (not (eqv? line known))))
    (define inner
      (datum->syntax form (cons head (map (lambda (part) (mark part (or line known))) rest)) form form))
    (if is-new?
        (datum->syntax
         #'here
         (list #'with-continuation-mark (list #'quote key) (list #'quote (place-of form)) inner)
         form)
        inner))
  (define (place-of form)
    (format "~a:~a:~a" file (syntax-line form) (add1 (syntax-column form))))
  (mark form))
