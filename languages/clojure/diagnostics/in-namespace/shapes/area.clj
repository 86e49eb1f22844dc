(ns shapes.area)

(defn area [width height]
  (* width hight))
