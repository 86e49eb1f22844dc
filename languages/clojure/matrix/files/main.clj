(ns main
  (:require [shapes.area :refer [area]]))

(println "from a folder:" (area 6 7))
