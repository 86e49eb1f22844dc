(defn square [n]
  (* n n))

(println "Hello from Clojure" (clojure-version))
(print "What is your name? ")
(flush)
(println (str "Nice to meet you, " (or (read-line) "stranger") "!"))

(doseq [n [1 2 3]]
  (println n "squared is" (square n)))
