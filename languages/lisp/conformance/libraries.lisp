(defpackage :libraries
  (:use :cl)
  (:import-from :split-sequence :split-sequence))

(in-package :libraries)

(print (alexandria:iota 3))
(print (ppcre:regex-replace-all "[0-9]+" "a1b22" "#"))
(print (split-sequence #\, "a,b"))
(print (bt:join-thread (bt:make-thread (lambda () 42))))
(print (string-upcase "grüße"))
(print (expt 2 100))
