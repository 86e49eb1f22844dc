(ns bugdrill.run
  "Runs a program as `clojure main.clj` does, and tells of an error that nobody handled which of its own lines led there."
  (:require [clojure.java.io :as io]
            [clojure.main :as main]
            [clojure.string :as str])
  (:gen-class))

(defn- own-file
  "The file of a frame of the stack, which itself names but the last part: its namespace says in which folder that is."
  [^StackTraceElement frame]
  (let [space (str/replace (first (str/split (.getClassName frame) #"\$")) "." "/")
        file (.getFileName frame)]
    (when (and file (re-find #"\.cljc?$" file))
      (first (filter #(.isFile (io/file %)) [(str/replace space #"[^/]*$" file) file])))))

(defn- own-frames [^Throwable error]
  (let [root (last (take-while some? (iterate ex-cause error)))]
    (for [^StackTraceElement frame (.getStackTrace ^Throwable root)
          :let [file (own-file frame)]
          :when (and file (pos? (.getLineNumber frame)))]
      (str "  at " (main/demunge (.getClassName frame)) " (" file ":" (.getLineNumber frame) ")"))))

(defn- tell [error]
  (flush)
  (binding [*out* *err*]
    (print (main/ex-str (main/ex-triage (Throwable->map error))))
    (run! println (dedupe (own-frames error)))
    (flush)))

(defn -main [entry & arguments]
  (try
    (main/with-bindings
      (binding [*command-line-args* arguments]
        (in-ns 'user)
        (main/load-script entry)
        (flush)))
    (catch Throwable error
      (tell error)
      (System/exit 1))))
