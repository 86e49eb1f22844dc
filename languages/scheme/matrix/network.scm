(define connection (socket PF_INET SOCK_STREAM 0))

(catch 'system-error
  (lambda ()
    (connect connection AF_INET (inet-pton AF_INET "192.0.2.1") 80)
    (display "connected\n"))
  (lambda (key . arguments)
    (display "no network\n")))
