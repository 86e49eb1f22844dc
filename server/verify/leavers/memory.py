"""memory of no process: deleted files that are still mapped, and full folders"""
import mmap
import os
import time

for top in ('/dev/shm', '/tmp'):
    try:
        with open(f'{top}/left', 'wb', 0) as file:
            while True:
                file.write(bytes(1 << 20))
    except OSError:
        pass
file = open('/work/left', 'w+b')
file.write(bytes(8 << 20))
file.flush()
held = mmap.mmap(file.fileno(), 0)
os.unlink('/work/left')
if os.fork() == 0:
    time.sleep(600)
