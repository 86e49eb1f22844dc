(import '(java.io IOException)
        '(java.net InetSocketAddress Socket))

(try
  (with-open [socket (Socket.)]
    (.connect socket (InetSocketAddress. "192.0.2.1" 80) 2000)
    (println "connected"))
  (catch IOException _
    (println "no network")))
