(println (str "grüße, " (read-line) " 世界 🐛"))
