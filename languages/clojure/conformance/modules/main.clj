(ns main
  (:require [clojure.java.io :as io]
            [clojure.string :as str]
            [shapes.area :as area]
            [shapes.more-shapes :refer [->Circle]]))

(println (area/of (->Circle 1)) (area/of {:width 2 :height 3}))
(println (str/trim (slurp "greeting.txt")) (slurp (io/resource "greeting.txt")))
(load-file "shapes/loaded.clj")
(println (str *ns*) (resolve (quote loaded)))
