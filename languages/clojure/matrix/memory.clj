(loop [kept []]
  (recur (conj kept (byte-array 1000000 (byte 1)))))
