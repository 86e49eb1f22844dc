import os, sys
print(sys.stdin.isatty(), sys.stdout.isatty(), sys.stdout.line_buffering, os.get_terminal_size(), os.environ.get('TERM'), os.ttyname(0) == os.ttyname(1))
print(input('name? '), file=sys.stderr)
