import sys
print(sys.stdin.encoding, sys.stdin.errors, sys.stdin.line_buffering, sys.stdin.isatty(), sys.stdin.fileno(), sys.stdin.name, sys.stdin.mode)
for number, line in enumerate(sys.stdin):
    print(number, repr(line))
