(defn parse [text]
  (Long/parseLong text))

(defn total [texts]
  (reduce + (map parse texts)))

(println (total ["1" "two"]))
