"""Makes empty files until it may not."""
import os

for folder in ('/work/i', '/tmp/i', '/dev/shm/i'):
    os.mkdir(folder)
    count = 0
    try:
        while True:
            os.close(os.open(f'{folder}/{count}', os.O_CREAT | os.O_WRONLY))
            count += 1
    except OSError as error:
        print(folder, count, error.strerror, flush=True)
print('done')
