(format t "Hello from ~a ~a~%" (lisp-implementation-type) (lisp-implementation-version))
(format t "What is your name? ")
(finish-output)

(let ((name (read-line *standard-input* nil "stranger")))
  (format t "Nice to meet you, ~a!~%" name))

(loop for n from 1 to 3
      do (format t "~d squared is ~d~%" n (* n n)))
