(run! println (line-seq (java.io.BufferedReader. *in*)))
