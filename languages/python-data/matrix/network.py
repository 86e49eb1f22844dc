import socket

try:
    with socket.create_connection(("192.0.2.1", 80), timeout=2):
        print("connected")
except OSError:
    print("no network")
