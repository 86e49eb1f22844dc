import signal
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
signal.raise_signal(signal.SIGINT)
