#lang racket

(printf "grüße, ~a 世界 🐛\n" (read-line))
