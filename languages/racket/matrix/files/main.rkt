#lang racket

(require "shapes/area.rkt")

(printf "from a folder: ~a\n" (area 6 7))
