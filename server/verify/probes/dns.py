"""Asks for names, by the system's resolver and by itself."""
import socket

from attempt import attempt

QUESTION = b'\x12\x34\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x07example\x03com\x00\x00\x01\x00\x01'


def ask(server):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as door:
        door.settimeout(0.3)
        door.connect((server, 53))
        door.send(QUESTION)
        door.recv(512)


attempt('look up example.com', lambda: socket.getaddrinfo('example.com', 80))
# Docker's own resolver in a container, the host's usual ones, and the public kind.
for server in ('127.0.0.11', '127.0.0.53', '172.17.0.1', '192.0.2.53'):
    attempt(f'ask {server}', lambda: ask(server))
print('done')
