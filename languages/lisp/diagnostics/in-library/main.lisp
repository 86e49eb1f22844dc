(load "shapes/area.lisp")

(print (shapes:total '("6" "7" "x")))
