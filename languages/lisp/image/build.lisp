;;; Makes the Lisp that runs programs: SBCL with ASDF and the libraries loaded, and bugdrill.lisp.

(require :asdf)
(require :sb-posix)
(require :sb-bsd-sockets)
(require :sb-concurrency)

(dolist (library '(:alexandria :bordeaux-threads :cl-ppcre :split-sequence))
  (asdf:load-system library)
  (asdf:register-immutable-system library))

(load (compile-file "/usr/share/bugdrill/bugdrill.lisp" :output-file "/tmp/bugdrill.fasl"))
(sb-ext:save-lisp-and-die "/usr/local/bin/lisp" :executable t :save-runtime-options t :toplevel #'bugdrill:main)
