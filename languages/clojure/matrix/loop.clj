(println "begun")

(loop []
  (recur))
