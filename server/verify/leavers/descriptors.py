"""whatever descriptors it has: written to, shut down and closed"""
import fcntl
import os
import socket

for descriptor in range(1024):
    try:
        kept = os.dup(descriptor)
    except OSError:
        continue
    for harm in (
        lambda: os.write(descriptor, b'\x01\0\0\0'),
        lambda: fcntl.fcntl(descriptor, fcntl.F_SETFL, os.O_NONBLOCK | os.O_APPEND),
        lambda: fcntl.fcntl(descriptor, 1031, 4096),
        lambda: socket.socket(fileno=kept).shutdown(socket.SHUT_RDWR),
    ):
        if descriptor in (1, 2):
            continue
        try:
            harm()
        except OSError:
            pass
os.closerange(0, 1024)
os._exit(0)
