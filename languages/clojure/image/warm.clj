;; Does what many programs do, so that the classes for it are archived.
(ns warm
  (:require [clojure.core.async :as async]
            [clojure.core.match :refer [match]]
            [clojure.data.json :as json]
            [clojure.edn :as edn]
            [clojure.pprint :refer [pprint]]
            [clojure.set :as set]
            [clojure.string :as str]
            [clojure.test :refer [deftest is run-tests]]
            [clojure.walk :as walk])
  (:import (java.io BufferedReader StringReader)))

(defprotocol Shape
  (area [shape]))

(defrecord Square [side]
  Shape
  (area [_] (* side side)))

(defmulti name-of :kind)
(defmethod name-of :circle [_] "circle")
(defmethod name-of :default [_] "shape")

(defmacro twice [form]
  `(do ~form ~form))

(println (read-line) (slurp *in*) *command-line-args*)
(println (area (->Square 2)) (name-of {:kind :circle}) (format "%5d %.2f" 3 1.5))
(twice (print "x"))
(pprint {:a [1 2 3] :b #{"x"}})
(println (set/union #{1} #{2}) (str/join "," (map str/upper-case ["a" "b"])) (edn/read-string "{:a 1}"))
(println (walk/postwalk identity [1 {:a 2}]) (re-seq #"\d+" "a1b22") (line-seq (BufferedReader. (StringReader. "a\nb"))))
(println (->> (range 10) (filter even?) (map inc) (partition 2) (reduce into []) (sort >) (take 3)))
(println (group-by odd? (range 5)) (frequencies "abca") (into (sorted-map) (zipmap [:a :b] [1 2])))
(println (let [{:keys [a] [b & more] :list} {:a 1 :list [2 3 4]}] (for [n more :when (> n a)] (+ b n))))
(println (loop [n 10 sum 0] (if (zero? n) sum (recur (dec n) (+ sum n)))) (transduce (map inc) + [1 2]))
(let [counter (atom 0) account (ref 1) worker (agent 0)]
  (swap! counter inc)
  (dosync (alter account + 1))
  (send worker inc)
  (await worker)
  (println @counter @account @worker @(future 1) (pmap inc [1 2]) (deref (promise) 1 :none)))
(try
  (throw (ex-info "caught" {:n 1}))
  (catch clojure.lang.ExceptionInfo error (println (ex-message error) (ex-data error)))
  (finally (flush)))
(println (async/<!! (async/go (async/<! (async/to-chan! [1])))) (match [1 2] [1 n] n :else 0))
(println (json/read-str (json/write-str {:a [1 "x"]}) :key-fn keyword))
(deftest works (is (= 1 1)))
(run-tests 'warm)
