(println "Hello World")
