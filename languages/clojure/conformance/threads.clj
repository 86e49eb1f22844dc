(require '[clojure.java.shell :refer [sh]])

(println (reduce + (pmap #(* % %) (range 100))))

(def counter (atom 0))
(run! deref (doall (for [_ (range 8)] (future (dotimes [_ 1000] (swap! counter inc))))))
(println @counter)

(def account (ref 0))
(run! deref (doall (for [n (range 10)] (future (dosync (alter account + n))))))
(println @account)

(print (:out (sh "echo" "a child")))
