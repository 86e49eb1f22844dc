import sys
print(repr(sys.stdin.buffer.read()), repr(sys.stdin.read()))
