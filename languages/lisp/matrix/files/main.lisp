(load "shapes/area.lisp")

(format t "from a folder: ~d~%" (shapes:area 6 7))
