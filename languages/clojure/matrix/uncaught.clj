(defn half [n]
  (if (even? n)
    (quot n 2)
    (throw (ex-info "an odd number" {:n n})))) ; HERE

(println "before")
(println (half 3))
