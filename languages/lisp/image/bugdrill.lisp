;;; Runs a program as `sbcl --script` does, and tells where its faults are: what the compiler warns of, and where an
;;; error was that nobody handled, are printed with file, line and column.

(defpackage :bugdrill (:use :cl) (:export :main))
(in-package :bugdrill)

;;; Places. SBCL names a place by the number of the top-level form and the way down from there; the file is read
;;; again to learn where in the text that is.

(defun text-of (file)
  (with-open-file (stream file :external-format '(:utf-8 :replacement #\?))
    (with-output-to-string (text)
      (loop for line = (read-line stream nil) while line do (write-line line text)))))

(defun marking-readtable (places)
  "A readtable that notes in PLACES where each list begins."
  (let* ((readtable (copy-readtable))
         (read-list (get-macro-character #\( readtable)))
    (flet ((read-marked (stream character)
             (let* ((place (1- (file-position stream)))
                    (form (funcall read-list stream character)))
               (when (consp form) (setf (gethash form places) place))
               form)))
      (set-macro-character #\( #'read-marked nil readtable))
    readtable))

(defun follow-package (form)
  (when (and (consp form) (eq (first form) 'in-package))
    (let ((package (find-package (second form))))
      (when package (setf *package* package)))))

(defun read-form (text number places)
  "The top-level form of that NUMBER in TEXT, and where it begins. NIL is read for one that cannot be."
  (let ((*readtable* (marking-readtable places))
        (*package* (find-package :cl-user))
        (*read-eval* nil)
        (begin nil))
    (with-input-from-string (stream text)
      (values (ignore-errors
               (loop repeat (1+ number)
                     for form = (progn (peek-char t stream)
                                       (setf begin (file-position stream))
                                       (read stream))
                     do (follow-package form)
                     finally (return form)))
              begin))))

(defun place-in-form (form begin places steps)
  "Where the innermost list begins to which STEPS lead from FORM, which begins at BEGIN."
  (let ((place begin))
    (ignore-errors
     (dolist (step steps)
       (setf form (nth step form)
             place (gethash form places place))))
    place))

(defun line-and-column (text place)
  (let ((line-begin (or (position #\Newline text :end place :from-end t) -1)))
    (values (1+ (count #\Newline text :end place)) (- place line-begin))))

(defvar *folder* "/work/")

(defun place-named (file number steps-of)
  "FILE:LINE:COLUMN of a place in the top-level form of that NUMBER; STEPS-OF says how to get there from the form."
  (let ((text (text-of file))
        (places (make-hash-table :test 'eq)))
    (multiple-value-bind (form begin) (read-form text number places)
      (when begin
        (let ((place (place-in-form form begin places (ignore-errors (funcall steps-of form)))))
          (multiple-value-bind (line column) (line-and-column text place)
            (format nil "~a:~d:~d" (enough-namestring file *folder*) line column)))))))

;;; What the compiler says.

(defun compiled-place ()
  (let* ((context (sb-c::find-error-context nil))
         (path (reverse (sb-c::compiler-error-context-original-source-path context))))
    (place-named (sb-c::compiler-error-context-file-name context) (first path) (constantly (rest path)))))

(defun tell-warning (warning)
  (if (typep warning 'style-warning)
      (muffle-warning warning)
      (let ((place (ignore-errors (compiled-place))))
        (when place
          (format *error-output* "~&~a: warning: ~a~%" place warning)
          (muffle-warning warning)))))

;;; What an error says that nobody handled.

(defun frame-place (frame)
  (let* ((location (sb-di:frame-code-location frame))
         (file (sb-di:debug-source-namestring (sb-di:code-location-debug-source location)))
         (number (sb-di:code-location-toplevel-form-offset location))
         (form-number (sb-di:code-location-form-number location)))
    (flet ((steps (form)
             (rest (reverse (aref (sb-di:form-number-translations form number) form-number)))))
      (when (alexandria:starts-with-subseq *folder* file) (place-named file number #'steps)))))

(defun loaded-place (after)
  "Where the top-level form begins that is being loaded, or the one AFTER it."
  (let* ((file (sb-c::source-info-file-info sb-c::*source-info*))
         (number (+ after (length (sb-c::file-info-forms file)) -1)))
    (place-named (sb-c::file-info-pathname file) (max 0 number) (constantly nil))))

(defun read-place (stream)
  "Where STREAM, which is being loaded, was last read."
  (let* ((text (text-of (pathname stream)))
         (octets (sb-ext:string-to-octets text :external-format :utf-8))
         (read (subseq octets 0 (min (length octets) (file-position stream))))
         (place (length (sb-ext:octets-to-string read :external-format :utf-8))))
    (multiple-value-bind (line column) (line-and-column text (max 0 (1- place)))
      (format nil "~a:~d:~d" (enough-namestring (pathname stream) *folder*) line column))))

(defun stack-places ()
  (loop for frame = (sb-di:top-frame) then (sb-di:frame-down frame)
        while frame
        for place = (ignore-errors (frame-place frame))
        when place
          collect (format nil "~a in ~(~s~)" place (sb-di:debug-fun-name (sb-di:frame-debug-fun frame)))))

(defun tell-read-error (condition)
  (let* ((cause (sb-int:encapsulated-condition condition))
         (stream (sb-c::source-info-stream sb-c::*source-info*))
         (place (if (typep cause 'end-of-file) (loaded-place 1) (read-place stream))))
    (format *error-output* "~&~a: error: ~a~%" place
            (typecase cause
              (end-of-file "end of file inside of what begins here")
              (simple-condition
               (apply #'format nil (simple-condition-format-control cause)
                      (simple-condition-format-arguments cause)))
              (t (remove #\Newline (princ-to-string cause)))))))

(defun tell-error (condition)
  (format *error-output* "~&Unhandled ~a: ~a~%" (type-of condition) condition)
  (let ((places (stack-places)))
    (format *error-output* "~{  at ~a~%~}" places)
    (unless places (format *error-output* "~@[  at ~a~%~]" (ignore-errors (loaded-place 0))))))

(defun tell-and-exit (condition hook)
  (declare (ignore hook))
  (ignore-errors (finish-output *standard-output*))
  (ignore-errors
   (if (typep condition 'sb-c::input-error-in-load)
       (tell-read-error condition)
       (tell-error condition)))
  (ignore-errors (finish-output *error-output*))
  (sb-ext:exit :code 1 :abort t))

;;; How a program is run.

(defun leave-unheard (condition)
  "What is printed to a pipe that nobody reads any more ends the program, and is no error."
  (when (member (stream-error-stream condition) (list sb-impl::*stdout* sb-impl::*stderr*))
    (sb-ext:exit :code 0 :abort t)))

(defun print-before-reading (refill stream)
  (when (eq stream sb-impl::*stdin*) (force-output sb-impl::*stdout*))
  (funcall refill stream))

(defun main ()
  (destructuring-bind (entry . arguments) (rest sb-ext:*posix-argv*)
    (setf sb-ext:*posix-argv* (cons "sbcl" arguments)
          sb-ext:*invoke-debugger-hook* #'tell-and-exit
          *folder* (concatenate 'string (sb-posix:getcwd) "/")
          *default-pathname-defaults* (pathname *folder*)
          (sb-ext:bytes-consed-between-gcs) (* 24 1024 1024))
    (handler-bind ((warning #'tell-warning)
                   (stream-error #'leave-unheard))
      (with-open-file (stream entry :element-type :default :external-format :utf-8)
        (sb-fasl::maybe-skip-shebang-line stream)
        (load stream)))
    (sb-ext:exit)))

(sb-int:encapsulate 'sb-impl::refill-input-buffer 'bugdrill #'print-before-reading)
