(ns core
  "Named as the file of Clojure's own functions is.")

(defn twice [f xs]
  (map f (map f xs)))
