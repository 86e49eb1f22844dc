"""Tries every way out of the machine that a socket knows."""
import socket

from attempt import attempt

# Addresses that are kept for documentation, and those where a container's host and its engine usually are.
MACHINES = [
    (socket.AF_INET, ('192.0.2.1', 80)),
    (socket.AF_INET, ('198.51.100.1', 443)),
    (socket.AF_INET, ('172.17.0.1', 2375)),
    (socket.AF_INET, ('169.254.169.254', 80)),
    (socket.AF_INET, ('255.255.255.255', 9)),
    (socket.AF_INET6, ('2001:db8::1', 80)),
    (socket.AF_INET6, ('fe80::1', 80)),
]


def connect(family, kind, address):
    with socket.socket(family, kind) as door:
        door.settimeout(1)
        door.connect(address)


def send(family, address):
    with socket.socket(family, socket.SOCK_DGRAM) as door:
        if address[0].endswith('.255'):
            door.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        door.sendto(b'x', address)


for family, address in MACHINES:
    attempt(f'connect to {address[0]}', lambda: connect(family, socket.SOCK_STREAM, address))
    attempt(f'send to {address[0]}', lambda: send(family, address))
for _index, name in socket.if_nameindex():
    if name != 'lo' and open(f'/sys/class/net/{name}/operstate').read().strip() == 'up':
        print(f'GOT: an interface {name}')
print('done')
