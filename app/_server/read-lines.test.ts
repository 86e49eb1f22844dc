import { expect, test, vi } from 'vitest';
import { readLines } from './read-lines.ts';

function streamOf(pieces: readonly Uint8Array[], cancel: () => void = () => undefined) {
  const left = [...pieces];
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = left.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
    cancel,
  });
}

test('lines come whole, wherever the stream was cut, in the middle of a letter too', async () => {
  const bytes = new TextEncoder().encode('one\ngrüße 🎉\n\nlast\nnone');
  const onBytes = vi.fn();
  const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
  const lines: string[] = [];
  for await (const line of readLines(streamOf(pieces), onBytes)) lines.push(line);
  expect(lines).toEqual(['one', 'grüße 🎉', '', 'last']);
  expect(onBytes).toHaveBeenCalledTimes(bytes.length);
});

test('whoever stops reading cancels the stream', async () => {
  const cancel = vi.fn();
  const endless = Array.from({ length: 99 }, () => new TextEncoder().encode('line\n'));
  for await (const line of readLines(streamOf(endless, cancel))) if (line === 'line') break;
  expect(cancel).toHaveBeenCalledOnce();
});

test('that a stream breaks off is told to its reader', async () => {
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) => controller.error(new Error('lost')),
  });
  await expect(readLines(broken).next()).rejects.toThrow('lost');
});
