(require '[clojure.string :as str])

(print "sum: ")
(print (transduce (map (comp parse-long str/trim)) + (line-seq (java.io.BufferedReader. *in*))))
