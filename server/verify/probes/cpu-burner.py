"""Burns every processor it can get, in as many processes as it may have."""
import os

# In one piece, and by one of them: it is read as the first line.
os.write(1, f'up {os.getuid()}\n'.encode())
for _ in range(8):
    if os.fork() == 0:
        break
while True:
    pass
