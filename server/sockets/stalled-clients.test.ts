import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type ClientRequest, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { io, type Socket } from 'socket.io-client';
import { afterEach, expect, test } from 'vitest';
import type { NumberedEvent } from '#protocol/socket.ts';

const clients = 64;
const mostBytes = 64_000_000;
const children: ChildProcess[] = [];
const sockets: Socket[] = [];
const requests: ClientRequest[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
  for (const asked of requests.splice(0)) asked.destroy();
  for (const child of children.splice(0)) child.kill();
});

/** The door in a process of its own, so that its memory is its alone. */
async function floodServer() {
  const child = fork(fileURLToPath(new URL('./test-flood-server.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx', '--expose-gc'],
  });
  children.push(child);
  const [port] = await once(child, 'message');
  const memory = async (): Promise<number> => {
    child.send('memory');
    const [bytes] = await once(child, 'message');
    return bytes;
  };
  return { url: `http://127.0.0.1:${port}`, memory };
}

/** A client of the REST door that reads `bytes` of its program's events and from then on nothing. */
async function restReader(url: string, bytes: number): Promise<ClientRequest> {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/x-ndjson' };
  const asked = request(`${url}/execute`, { method: 'POST', headers, agent: false });
  requests.push(asked);
  asked.on('error', () => undefined).end(JSON.stringify({ language: 'toy', code: '' }));
  const [answer] = await once(asked, 'response');
  let received = 0;
  await new Promise<void>((resolve) => {
    answer.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received < bytes) return;
      answer.pause();
      resolve();
    });
    answer.on('error', () => undefined);
  });
  return asked;
}

type Then = (socket: Socket, runId: string) => void;

/** A client that reads and acknowledges `bytes` of its program's output, and from then on does what `then` says. */
async function reader(url: string, bytes: number, then: Then): Promise<Socket> {
  const socket = io(url, { forceNew: true, reconnection: false, transports: ['websocket'] });
  sockets.push(socket);
  let received = 0;
  const isThrough = new Promise<void>((resolve) => {
    socket.on('run:event', ({ runId, seq, event }: NumberedEvent) => {
      if (received >= bytes) return;
      received += event.type === 'output' ? event.data.length : 0;
      if (received < bytes) socket.emit('run:ack', { runId, seq });
      else {
        then(socket, runId);
        resolve();
      }
    });
  });
  await socket.emitWithAck('run:start', { language: 'toy', code: '' });
  await isThrough;
  return socket;
}

/** Takes no more bytes from the connection, as a process that hangs. */
function hang(socket: Socket): void {
  const transport: unknown = socket.io.engine.transport;
  (transport as { ws: { _socket: { pause(): void } } }).ws._socket.pause();
}

/** Says of everything that it arrived, and reads nothing of it. */
function lie(socket: Socket, runId: string): void {
  hang(socket);
  const lying = setInterval(() => socket.emit('run:ack', { runId, seq: 1e9 }), 20);
  socket.on('disconnect', () => clearInterval(lying));
}

test.each<[string, Then]>([
  ['acknowledge nothing more', () => undefined],
  ['read nothing more', hang],
  ['read nothing more and acknowledge all the same', lie],
  ['are gone', (socket) => void socket.disconnect()],
])(
  `${clients} clients that start yes, read a while and then %s cost less than 64 MB in all`,
  { timeout: 180_000 },
  async (how, then) => {
    const { url, memory } = await floodServer();
    // One client before, so that what the process loads once is not counted as theirs.
    const first = await reader(url, 4_000_000, (socket, runId) => socket.emit('run:leave', { runId }));
    first.disconnect();
    const before = await memory();
    await Promise.all(Array.from({ length: clients }, () => reader(url, 400_000, then)));
    await expectLittle(how, memory, before);
  },
);

test(`${clients} clients that start yes by REST, read a while and then nothing more cost less than 64 MB in all`, {
  timeout: 180_000,
}, async () => {
  const { url, memory } = await floodServer();
  (await restReader(url, 4_000_000)).destroy();
  const before = await memory();
  await Promise.all(Array.from({ length: clients }, () => restReader(url, 400_000)));
  await expectLittle('read nothing more by REST', memory, before);
});

/** Garbage of the way here goes step by step. */
async function expectLittle(how: string, memory: () => Promise<number>, before: number): Promise<void> {
  await expect
    .poll(async () => (await memory()) - before, { timeout: 60_000, interval: 2000 })
    .toBeLessThan(mostBytes);
  const cost = ((await memory()) - before) / 1e6;
  process.stdout.write(`${clients} clients that ${how}: ${cost.toFixed(1)} MB\n`);
}
