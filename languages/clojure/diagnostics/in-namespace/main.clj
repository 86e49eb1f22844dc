(ns main
  (:require [shapes.area :refer [area]]))

(println (area 2 3))
