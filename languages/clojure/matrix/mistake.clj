(defn total [numbers]
  (apply + numbers))

(println "the total is" (totl [1 2 3])) ; HERE
