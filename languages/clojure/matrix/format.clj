(ns   main
   (:require [clojure.string :as str]
     [clojure.set :as set]))

(defn greet
 [{:keys [name born]}]
      (str name ", born in "
   born) )

(doseq [person [{:name "Ada" :born 1815}
   {:name "Grace" :born 1906}]]
(println (greet person)))
