#lang racket

(require racket/future racket/place)

(define (squares)
  (place channel
    (place-channel-put channel (map sqr (place-channel-get channel)))))

(module+ main
  (define other (squares))
  (place-channel-put other '(1 2 3))
  (displayln (place-channel-get other))

  (define channel (make-channel))
  (for ([n 4])
    (thread (lambda () (channel-put channel (* n n)))))
  (displayln (sort (for/list ([_ 4]) (channel-get channel)) <))

  (displayln (touch (future (lambda () (for/sum ([n 1000]) n)))))
  (display (with-output-to-string (lambda () (system* "/bin/echo" "a child")))))
