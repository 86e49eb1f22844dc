"""listeners on a port and on an abstract name, of a daemon, and sockets under way in each other’s buffers"""
import array
import os
import socket
import time

doors = [socket.create_server(('', 8000)), socket.socket(type=socket.SOCK_DGRAM), socket.socket(socket.AF_UNIX)]
doors[1].bind(('', 8000))
doors[2].bind('\0left')
doors[2].listen()
one, other = socket.socketpair()
memory = os.memfd_create('left')
os.ftruncate(memory, 1 << 20)
for sender in (one, other):
    sent = array.array('i', [one.fileno(), other.fileno(), memory])
    sender.sendmsg([b'left'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, sent)])
if os.fork() == 0:
    os.setsid()
    time.sleep(600)
