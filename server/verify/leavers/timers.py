"""timers and alarms, its own and of a daemon"""
import ctypes
import os
import signal
import time

libc = ctypes.CDLL(None)
for which in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
    signal.setitimer(which, 600, 600)
timer = ctypes.c_void_p()
libc.timer_create(time.CLOCK_MONOTONIC, None, ctypes.byref(timer))
libc.prctl(29, 1_000_000_000)
if os.fork() == 0:
    os.setsid()
    signal.alarm(600)
    time.sleep(600)
