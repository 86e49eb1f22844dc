(use-modules (shapes area))

(display (total '(6 7 "x")))
