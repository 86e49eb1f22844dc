import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { ContainerStream } from './docker-stream.ts';

function framed(source: number, text: string): Buffer {
  const header = Buffer.alloc(8);
  header[0] = source;
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
}

/** A stream, and the engine's end of it. */
async function openStream(): Promise<{ stream: ContainerStream; engine: Socket }> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  const socket = connect(typeof address === 'object' && address ? address.port : 0);
  const [engine] = (await once(server, 'connection')) as [Socket];
  const stream = new ContainerStream(socket);
  onTestFinished(() => {
    stream.destroy();
    engine.destroy();
    server.close();
  });
  return { stream, engine };
}

async function readAll(stream: ContainerStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test('stdout is read whole and in order, wherever the engine cuts it', async () => {
  const bytes = Buffer.concat([framed(1, 'one '), framed(1, 'two '), framed(1, ''), framed(1, 'three')]);
  for (let size = 1; size <= bytes.length; size += 1) {
    const { stream, engine } = await openStream();
    for (let at = 0; at < bytes.length; at += size) {
      engine.write(bytes.subarray(at, at + size));
      await turn();
    }
    engine.end();
    expect(await readAll(stream)).toBe('one two three');
  }
});

test('stderr does not mix with stdout, and only its beginning is kept', async () => {
  const { stream, engine } = await openStream();
  engine.end(Buffer.concat([framed(1, 'a'), framed(2, `oops ${'!'.repeat(10_000)}`), framed(1, 'b')]));
  expect(await readAll(stream)).toBe('ab');
  expect(stream.stderrText).toMatch(/^oops !+$/);
  expect(stream.stderrText).toHaveLength(4096);
});

test('what is written goes to stdin byte for byte', async () => {
  const { stream, engine } = await openStream();
  stream.write(Buffer.from([0, 255, 10, 13]));
  const [received] = (await once(engine, 'data')) as [Buffer];
  expect([...received]).toEqual([0, 255, 10, 13]);
});

test('a stream that nobody reads holds the container back and buffers little', async () => {
  const { stream, engine } = await openStream();
  const chunk = framed(1, 'x'.repeat(64 * 1024));
  let accepted = 0;
  // A kernel's socket buffers take a few megabytes; what comes after must wait.
  while (accepted < 64 * 1024 * 1024 && engine.write(chunk)) {
    accepted += chunk.length;
    await turn();
  }
  expect(engine.writableNeedDrain).toBe(true);
  expect(stream.readableLength).toBeLessThan(1024 * 1024);
});

test.each([
  ['a stream that is not multiplexed', Buffer.from('plain text of a terminal')],
  ['a fault of the engine', framed(3, 'the disk is full')],
])('%s breaks the stream instead of reaching the reader', async (_what, bytes) => {
  const { stream, engine } = await openStream();
  engine.write(bytes);
  await expect(readAll(stream)).rejects.toThrow('made no sense');
});

test('a connection that is cut is an error, never a hang', async () => {
  const { stream, engine } = await openStream();
  engine.resetAndDestroy();
  await expect(readAll(stream)).rejects.toThrow();
});

test('destroying the stream hangs up', async () => {
  const { stream, engine } = await openStream();
  engine.resume();
  stream.destroy();
  await once(engine, 'close');
});
