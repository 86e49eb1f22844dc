const { stdin, stdout, stderr } = process;
for (const stream of [stdin, stdout, stderr]) {
  const { fd, isTTY, readable, writable, writableLength, writableHighWaterMark, destroyed, _type, constructor } = stream;
  console.log(fd, isTTY, readable, writable, writableLength, writableHighWaterMark, destroyed, _type, constructor.name, stream._isStdio);
  console.log(stream.eventNames(), stream.listenerCount('error'), stream === process[fd === 0 ? 'stdin' : fd === 1 ? 'stdout' : 'stderr']);
}
stdout.write('no newline', () => stderr.write('then here'));
