"""Becomes a daemon as the books say: fork, a session of its own, fork again, descriptors closed."""
import os
import signal
import time

os.write(1, f'up {os.getuid()}\n'.encode())
time.sleep(0.3)
if os.fork():
    os._exit(0)
os.setsid()
if os.fork():
    os._exit(0)
for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
    signal.signal(number, signal.SIG_IGN)
os.closerange(0, 256)
while True:
    time.sleep(60)
