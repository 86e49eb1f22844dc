(defn half [n]
  (quot n 2]))
