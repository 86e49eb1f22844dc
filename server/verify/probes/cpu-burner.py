"""Burns every processor it can get, in as many processes as it may have."""
import os

for _ in range(8):
    if os.fork() == 0:
        break
print('up', os.getuid(), flush=True)
while True:
    pass
