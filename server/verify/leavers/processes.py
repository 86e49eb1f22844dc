"""daemons: deaf to every signal, stopped, traced, with threads, and one that makes more of itself"""
import ctypes
import os
import signal
import threading
import time

libc = ctypes.CDLL(None)
TRACEME = 0


def deaf():
    for number in set(range(1, 32)) - {9, 19}:
        signal.signal(number, signal.SIG_IGN)
    time.sleep(600)


def stopped():
    os.kill(os.getpid(), signal.SIGSTOP)


def traced():
    if os.fork() == 0:
        libc.ptrace(TRACEME, 0, 0, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
    time.sleep(600)


def threads():
    for _ in range(8):
        threading.Thread(target=time.sleep, args=(600,)).start()


def spreading():
    while True:
        if os.fork() == 0:
            os.setsid()
        else:
            time.sleep(0.01)
            os._exit(0)


for life in (deaf, stopped, traced, threads, spreading):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            life()
        os._exit(0)
time.sleep(0.1)
