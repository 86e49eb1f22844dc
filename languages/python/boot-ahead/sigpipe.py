import os, signal
print(signal.getsignal(signal.SIGPIPE))
reader, writer = os.pipe()
os.close(reader)
try:
    os.write(writer, b'x')
except BrokenPipeError as error:
    print(error)
print(open('/proc/self/status').read().split('SigQ')[0].count('\n') > 5, [line for line in open('/proc/self/status') if line.startswith(('Sig', 'Shd', 'Cap', 'NoNew', 'Seccomp:', 'Uid', 'Gid', 'Groups', 'Threads', 'Umask'))])
