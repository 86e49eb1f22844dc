(require '[clojure.core.async :as async]
         '[clojure.core.match :refer [match]]
         '[clojure.data.csv :as csv]
         '[clojure.data.json :as json]
         '[clojure.data.priority-map :refer [priority-map]]
         '[clojure.math.combinatorics :as combinatorics]
         '[clojure.test.check :as check]
         '[clojure.test.check.generators :as generators]
         '[clojure.test.check.properties :as properties])

(def squares (async/chan))
(async/go
  (doseq [n (range 3)] (async/>! squares (* n n)))
  (async/close! squares))
(println (async/<!! (async/into [] squares)))
(println (match [3 :x] [1 _] "one" [n :x] (str "x" n)))
(println (csv/read-csv "a,\"b,c\"\n1,2"))
(println (json/write-str {:name "grüße" :sizes [1 2.5]}))
(println (ffirst (priority-map :late 9 :soon 1)))
(println (combinatorics/permutations [1 2 3]))
(println (:pass? (check/quick-check 20 (properties/for-all [n generators/nat] (<= 0 n)))))
