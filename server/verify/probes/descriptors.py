"""Closes what it was given, copies it as often as it may, and leaves the copies to a child that does not end."""
import os
import time

os.write(1, f'up {os.getuid()}\n'.encode())
time.sleep(0.3)
for number in range(3, 1024):
    try:
        os.close(number)
    except OSError:
        continue
    print(f'GOT: an inherited descriptor {number}', flush=True)
copies = 0
try:
    while True:
        os.dup(1)
        copies += 1
except OSError:
    pass
print(f'refused: more than {copies} copies of stdout', flush=True)
print('done', flush=True)
if os.fork() == 0:
    os.setsid()
    while True:
        os.system('sleep 60')
for number in range(0, 3):
    os.close(number)
