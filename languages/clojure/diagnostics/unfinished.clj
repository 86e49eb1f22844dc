(defn half [n]
  (quot n 2)

(println (half 4))
