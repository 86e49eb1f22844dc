"""System V and POSIX objects"""
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p
for key in range(1, 6):
    libc.shmat(libc.shmget(key, 4096, 0o1666), None, 0)
    libc.msgget(key, 0o1666)
    libc.semget(key, 2, 0o1666)
message = libc.msgget(1, 0o666)
libc.msgsnd(message, ctypes.create_string_buffer(b'\1\0\0\0\0\0\0\0left'), 4, 0)
for name in (b'/left', b'/left-too'):
    libc.mq_open(name, os.O_CREAT | os.O_RDWR, 0o666, None)
    libc.shm_open(name, os.O_CREAT | os.O_RDWR, 0o666)
    libc.sem_open(name, os.O_CREAT, 0o666, 1)
