"""terminals, held open by a daemon"""
import os
import pty
import time

pairs = [pty.openpty() for _ in range(4)]
if os.fork() == 0:
    os.setsid()
    time.sleep(600)
