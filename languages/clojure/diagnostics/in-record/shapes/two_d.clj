(ns shapes.two-d)

(defprotocol Shape
  (area [shape]))

(defrecord Square [side]
  Shape
  (area [_]
    (* side (:factor {}))))
