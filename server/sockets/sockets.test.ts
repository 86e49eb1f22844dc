import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Socket as ClientSocket, io } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { RunEvent } from '#protocol/run-event.ts';
import type { Accepted, NumberedEvent, StartAnswer } from '#protocol/socket.ts';
import { readConfig } from '../config.ts';
import { OriginRule } from '../origin.ts';
import { runRanges } from '../runs/limits.ts';
import { RunQueue } from '../runs/queue.ts';
import { Runner } from '../runs/runner.ts';
import { ScriptedBackend } from '../sandbox/scripted-backend.ts';
import { print, type Script } from '../sandbox/scripted-step.ts';
import { openSockets } from './sockets.ts';

const settings = readConfig({});
let printedBytes = 0;
/** `echo` answers each chunk of stdin; `hold` prints once and waits for ever; `flood` never stops printing. */
const script: Script = async function* ({ files, stdin, over }) {
  const source = Buffer.from(files.get('main.toy')?.content ?? []).toString();
  if (source === 'echo') for await (const chunk of stdin) yield print(`got ${chunk}`);
  if (source === 'hold') {
    yield print('ready');
    await new Promise((resolve) => over.addEventListener('abort', resolve));
  }
  while (source === 'flood' && !over.aborted) {
    printedBytes += 16_384;
    yield print('x'.repeat(16_384));
    await new Promise((resolve) => setImmediate(resolve));
  }
  yield print('done');
};
const backend = new ScriptedBackend(script);
const queue = new RunQueue(16, 16);
const limits = runRanges({ ...settings, RUN_OUTPUT_BYTES: 1 << 30, RUN_OUTPUT_CAP_BYTES: 1 << 30 }, {});
const toy = { id: 'toy', version: '1', image: 'i', source: 'main.toy', extensions: ['.toy'], env: {} };
const runner = new Runner({
  languages: { ready: () => ({ ...toy, run: ['toy'], ranges: { run: limits } }) },
  queue,
  pool: { take: async (spec) => ({ sandbox: await backend.make(spec), warm: false }) },
  observers: [],
});
const http = createServer();
const failures: unknown[] = [];
const server = openSockets(http, {
  runner,
  origins: new OriginRule(settings),
  failed: (error) => failures.push(error),
});
const clients: ClientSocket[] = [];

beforeAll(() => new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve)));
afterEach(() => {
  for (const client of clients.splice(0)) client.disconnect();
  expect(failures).toEqual([]);
});
afterAll(() => server.close());

async function connect(origin?: string): Promise<ClientSocket> {
  const { port } = http.address() as AddressInfo;
  const extraHeaders = origin === undefined ? {} : { origin };
  const client = io(`http://127.0.0.1:${port}`, { forceNew: true, reconnection: false, extraHeaders });
  clients.push(client);
  await new Promise<void>((resolve, reject) => {
    client.on('connect', resolve);
    client.on('connect_error', reject);
  });
  return client;
}

const ask = <Answer>(client: ClientSocket, name: string, message: unknown): Promise<Answer> =>
  client.emitWithAck(name, message);

async function start(client: ClientSocket, code: string, interactive = false): Promise<string> {
  const answer = await ask<StartAnswer>(client, 'run:start', { language: 'toy', code, interactive });
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.runId;
}

/** Every event of a run until `isLast`, acknowledged as a browser does. */
function watch(
  client: ClientSocket,
  isLast: (event: RunEvent) => boolean = ({ type }) => type === 'finished',
) {
  return new Promise<NumberedEvent[]>((resolve) => {
    const seen: NumberedEvent[] = [];
    client.on('run:event', (numbered: NumberedEvent) => {
      seen.push(numbered);
      client.emit('run:ack', { runId: numbered.runId, seq: numbered.seq });
      if (isLast(numbered.event)) resolve(seen);
    });
  });
}

test('events come numbered from 1 without a gap, and end with one finished', async () => {
  const client = await connect();
  const watching = watch(client);
  const runId = await start(client, 'plain');
  const seen = await watching;
  expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, index) => index + 1));
  expect(seen.every((numbered) => numbered.runId === runId)).toBe(true);
  expect(seen.map(({ event }) => event.type)).toEqual(['started', 'phase', 'output', 'finished']);
});

test('a line typed into a running program is answered, and its end ends it', async () => {
  const client = await connect();
  const answered = watch(client, (event) => event.type === 'output');
  const finished = watch(client);
  const runId = await start(client, 'echo', true);
  expect(await ask<Accepted>(client, 'run:stdin', { runId, data: 'ünï\n' })).toEqual({ ok: true });
  expect((await answered).at(-1)?.event).toMatchObject({ type: 'output', data: 'got ünï\n' });
  expect(await ask<Accepted>(client, 'run:eof', { runId })).toEqual({ ok: true });
  expect((await finished).at(-1)?.event).toMatchObject({ outcome: { kind: 'ok' } });
});

test('stop ends the run as stopped', async () => {
  const client = await connect();
  const ready = watch(client, (event) => event.type === 'output');
  const finished = watch(client);
  const runId = await start(client, 'hold');
  await ready;
  await ask<Accepted>(client, 'run:stop', { runId });
  expect((await finished).at(-1)?.event).toMatchObject({ outcome: { kind: 'stopped' } });
});

test('a client that disconnects stops its runs, and their sandboxes are removed', async () => {
  const client = await connect();
  const ready = watch(client, (event) => event.type === 'output');
  await start(client, 'hold');
  await ready;
  const [sandbox] = backend.sandboxes;
  client.disconnect();
  await sandbox?.gone;
  await expect.poll(() => queue.status().running).toBe(0);
});

test('a client that stops acknowledging stops the program’s output, and memory stays bounded', async () => {
  const client = await connect();
  printedBytes = 0;
  const runId = await start(client, 'flood');
  await expect.poll(() => stillGrowing(), { interval: 200 }).toBe(false);
  expect(printedBytes).toBeLessThan(1024 * 1024);
  const finished = watch(client);
  await ask<Accepted>(client, 'run:stop', { runId });
  expect((await finished).at(-1)?.event).toMatchObject({ outcome: { kind: 'stopped' } });
});

let lastPrinted = -1;
function stillGrowing(): boolean {
  const grown = printedBytes !== lastPrinted;
  lastPrinted = printedBytes;
  return grown || printedBytes === 0;
}

test.each<[string, string, unknown, string]>([
  ['a request that is no object', 'run:start', 7, 'invalid_request'],
  ['a request without a language', 'run:start', { code: '' }, 'invalid_request'],
  [
    'a file that climbs out',
    'run:start',
    { language: 'toy', files: [{ path: '../x', content: '' }] },
    'invalid_request',
  ],
  ['stdin for no run', 'run:stdin', { runId: 'nobody', data: 'x' }, 'not_found'],
  ['stdin that is no text', 'run:stdin', { runId: 'nobody', data: 7 }, 'invalid_request'],
  ['a stop of nothing', 'run:stop', null, 'invalid_request'],
])('%s is answered in words', async (_, name, message, code) => {
  const answer = await ask<Accepted>(await connect(), name, message);
  expect(answer).toMatchObject({ ok: false, problem: { code, message: expect.any(String) } });
});

test('nobody stops or types into a run of another connection', async () => {
  const [owner, stranger] = [await connect(), await connect()];
  const ready = watch(owner, (event) => event.type === 'output');
  const runId = await start(owner, 'hold');
  await ready;
  expect(await ask<Accepted>(stranger, 'run:stop', { runId })).toMatchObject({ ok: false });
  expect(await ask<Accepted>(stranger, 'run:stdin', { runId, data: 'x' })).toMatchObject({ ok: false });
});

test('stdin after its end is refused, and nothing else happens', async () => {
  const client = await connect();
  const ready = watch(client, (event) => event.type === 'output');
  const runId = await start(client, 'hold', true);
  await ready;
  await ask<Accepted>(client, 'run:eof', { runId });
  expect(await ask<Accepted>(client, 'run:stdin', { runId, data: 'x' })).toMatchObject({
    ok: false,
    problem: { code: 'conflict' },
  });
});

test('a page of another origin cannot connect', async () => {
  await expect(connect('https://evil.example')).rejects.toThrow();
});

test('a ninth run at once from one connection is refused', async () => {
  const client = await connect();
  for (let count = 0; count < 8; count += 1) await start(client, 'hold');
  await expect(start(client, 'hold')).rejects.toThrow('At most 8 runs');
});
