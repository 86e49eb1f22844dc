(require '[clojure.edn :as edn]
         '[clojure.pprint :refer [cl-format]]
         '[clojure.set :as set]
         '[clojure.spec.alpha :as spec]
         '[clojure.string :as str]
         '[clojure.test :refer [is]])
(import '(java.time LocalDateTime ZoneId))

(println (reduce *' (range 1 26)) (/ 6 4))
(println (str/replace "a1b22" #"\d+" "#") (count "grüße"))
(println (set/intersection #{1 2 3} #{2 3 4}) (edn/read-string "{:a [1 2]}"))
(cl-format true "~:d ~r~%" 1234567 42)
(spec/def ::age (spec/and int? #(< 0 % 150)))
(println (spec/valid? ::age 36) (is (= 2 (+ 1 1))))
(println (str (.toInstant (.atZone (LocalDateTime/of 2024 7 1 12 0) (ZoneId/of "Europe/Berlin")))))
(spit "/tmp/note.txt" "kept\n")
(print (slurp "/tmp/note.txt"))
(print (System/getProperty "user.dir"))
