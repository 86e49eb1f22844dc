"""files, links, FIFOs and sockets in every folder that it can write to"""
import os
import socket

for top in ('/work', '/tmp', '/dev/shm', '/dev/mqueue', '/var/tmp', '/run', '/home', '/proc/self', '/sys/fs/cgroup', '/dev/pts', '/dev'):
    for act in (
        lambda: open(top + '/left', 'w').write('left'),
        lambda: open(top + '/.left', 'w').write('left'),
        lambda: os.makedirs(top + '/left-folder/deep/deeper'),
        lambda: os.symlink('/etc/passwd', top + '/left-link'),
        lambda: os.mkfifo(top + '/left-fifo'),
        lambda: socket.socket(socket.AF_UNIX).bind(top + '/left-socket'),
        lambda: os.chmod(top + '/left-folder/deep', 0),
        lambda: os.chmod(top, 0o700),
        lambda: os.setxattr(top, 'user.left', b'left'),
    ):
        try:
            act()
        except OSError:
            pass
