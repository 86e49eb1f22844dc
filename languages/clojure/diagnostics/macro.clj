(println "before")

(let [a 1
      b]
  (println a b))
