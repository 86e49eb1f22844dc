(ns main
  (:require [core :refer [twice]]
            [shapes.two-d :refer [area ->Square]]))

(println (twice inc [1]))
(println (reduce + (map area [(->Square 2)])))
