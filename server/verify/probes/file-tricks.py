"""Lays out every kind of thing that is no file, where the host might go and read: the work folder and out/."""
import os
import socket

from attempt import attempt

os.makedirs('out/deep', exist_ok=True)
for place in ('.', 'out', 'out/deep'):
    for name, target in {
        'passwd': '/etc/passwd',
        'shadow': '/etc/shadow',
        'agent': '/proc/1/exe',
        'memory': '/proc/1/mem',
        'host': '/proc/1/root',
        'up': '../../../../../../etc/passwd',
        'loop': 'loop',
        'sock': '/var/run/docker.sock',
    }.items():
        os.symlink(target, f'{place}/planted-{name}')
    os.mkfifo(f'{place}/planted-pipe')
    door = socket.socket(socket.AF_UNIX)
    door.bind(f'{place}/planted-socket')
    attempt(f'hard link to /etc/passwd in {place}', lambda: os.link('/etc/passwd', f'{place}/planted-hard'))
    attempt(f'hard link to the agent in {place}', lambda: os.link('/bugdrill/agent', f'{place}/planted-agent-hard'))
    attempt(f'block device in {place}', lambda: os.mknod(f'{place}/planted-disk', 0o60666, os.makedev(8, 0)))
    attempt(f'character device in {place}', lambda: os.mknod(f'{place}/planted-mem', 0o20666, os.makedev(1, 1)))
os.rename('out', 'was-out')
os.symlink('/etc', 'out')
os.remove('out')
os.rename('was-out', 'out')
open('out/planted\n-name\x1b[2J', 'w').close()
sparse = os.open('out/planted-sparse', os.O_CREAT | os.O_WRONLY)
attempt('a sparse file of a terabyte', lambda: os.ftruncate(sparse, 1 << 40))
path = 'out'
try:
    for _ in range(400):
        path += '/d' * 8
        os.makedirs(path)
except OSError as error:
    print(f'refused: folders deeper than a path is long ({error.strerror})')
print('done')
