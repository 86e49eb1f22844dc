message <- tryCatch({
  close(suppressWarnings(socketConnection("192.0.2.1", 80, timeout = 2)))
  "connected"
}, error = function(e) "no network")
cat(message, fill = TRUE)
