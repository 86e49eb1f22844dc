(defvar *total* 0)
(defvar *lock* (sb-thread:make-mutex))

(defun add (n)
  (sb-thread:with-mutex (*lock*)
    (incf *total* n)))

(let ((threads (loop for n from 1 to 10
                     collect (sb-thread:make-thread #'add :arguments (list n)))))
  (mapc #'sb-thread:join-thread threads))

(format t "~d~%" *total*)
(write-string (uiop:run-program '("echo" "a child") :output :string))
(format t "an unfinished line")
