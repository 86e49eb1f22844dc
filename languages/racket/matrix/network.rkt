#lang racket

(with-handlers ([exn:fail:network? (lambda (_) (displayln "no network"))])
  (tcp-connect "192.0.2.1" 80)
  (displayln "connected"))
