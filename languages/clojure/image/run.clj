(ns bugdrill.run
  "Runs a program as `clojure main.clj` does, and tells of an error that nobody handled which of its own lines led there."
  (:require [clojure.java.io :as io]
            [clojure.main :as main]
            [clojure.string :as str])
  (:import (clojure.lang Agent)
           (java.util.concurrent ThreadPoolExecutor TimeUnit))
  (:gen-class))

(defn- folders
  "The folder that a class may come from, then those around it: a frame's class is a function of a namespace, or a type in one."
  [class-name]
  (->> (str/replace (first (str/split class-name #"\$")) "." "/")
       (iterate #(str/replace % #"/?[^/]*$" ""))
       (take-while seq)))

(defn- library? [folder]
  (some #(some-> (io/resource (str folder %)) .getProtocol (= "jar")) [".clj" ".cljc" "__init.class"]))

(defn- own-file
  "The file of a frame of the stack, which itself names but the last part."
  [^StackTraceElement frame]
  (let [spaces (folders (.getClassName frame))
        file (.getFileName frame)]
    (when (and file (re-find #"\.cljc?$" file) (not-any? library? spaces))
      (first (filter #(.isFile (io/file %)) (concat (map #(str % "/" file) spaces) [file]))))))

(defn- own-frames [^Throwable error]
  (let [root (last (take-while some? (iterate ex-cause error)))]
    (for [^StackTraceElement frame (.getStackTrace ^Throwable root)
          :let [file (own-file frame)]
          :when (and file (pos? (.getLineNumber frame)))]
      {:called (.getClassName frame)
       :text (str "  at " (main/demunge (.getClassName frame)) " (" file ":" (.getLineNumber frame) ")")})))

(defn- tell [error]
  (flush)
  (binding [*out* *err*]
    (print (main/ex-str (main/ex-triage (Throwable->map error))))
    ;; A call is two frames, one for its arguments; the inner one has the line.
    (run! (comp println :text first) (partition-by :called (own-frames error)))
    (flush)))

(defn- let-idle-threads-go
  "What futures and agents still do is waited for, and no longer: idle, their threads would keep the program for a minute."
  []
  (doseq [pool [Agent/soloExecutor Agent/pooledExecutor]
          :when (instance? ThreadPoolExecutor pool)]
    (doto ^ThreadPoolExecutor pool
      (.setKeepAliveTime 1 TimeUnit/MILLISECONDS)
      (.allowCoreThreadTimeOut true))))

(defn -main [entry & arguments]
  (try
    (main/with-bindings
      (binding [*command-line-args* arguments]
        (in-ns 'user)
        (main/load-script entry)
        (flush)))
    (let-idle-threads-go)
    (catch Throwable error
      (tell error)
      (System/exit 1))))
