#lang racket

(require "shapes/area.rkt")

(displayln (area 2 "3"))
