import io, os, stat, sys
for stream in (sys.stdin, sys.stdout, sys.stderr):
    about = os.fstat(stream.fileno())
    print(stream, type(stream.buffer), stream.errors, stream.line_buffering, stream.write_through, stream.newlines, stat.filemode(about.st_mode), about.st_uid == os.getuid(), os.get_blocking(stream.fileno()), os.get_inheritable(stream.fileno()))
    print(stream is getattr(sys, f'__{stream.name[1:-1]}__'), io.DEFAULT_BUFFER_SIZE)
print('a warning', file=sys.stderr)
sys.stdout.write('unfinished')
