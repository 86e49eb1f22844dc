(use-modules (shapes area))

(format #t "from a folder: ~a\n" (area 6 7))
