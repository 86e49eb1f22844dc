import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Socket as ClientSocket, io } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { RunEvent } from '#protocol/run-event.ts';
import type { Accepted, NumberedEvent, StartAnswer } from '#protocol/socket.ts';
import { readConfig } from '../config.ts';
import { OriginRule } from '../origin.ts';
import { runRanges } from '../runs/limits.ts';
import { LiveRuns } from '../runs/live-runs.ts';
import { RunQueue } from '../runs/queue.ts';
import { Runner } from '../runs/runner.ts';
import { ScriptedBackend } from '../sandbox/scripted-backend.ts';
import { print, type Script } from '../sandbox/scripted-step.ts';
import { openDoors } from '../test-doors.ts';
import { openSockets } from './sockets.ts';

const settings = readConfig({});
const resumeMs = 1500;
let printedBytes = 0;
const countedLines = 2500;
const programs: Readonly<Record<string, Script>> = {
  plain: async function* () {
    yield print('done');
  },
  /** Answers each chunk of stdin. */
  echo: async function* ({ stdin }) {
    for await (const chunk of stdin) yield print(`got ${chunk}`);
  },
  /** Prints once and waits for ever. */
  hold: async function* ({ over }) {
    yield print('ready');
    await new Promise((resolve) => over.addEventListener('abort', resolve));
  },
  /** Never stops printing. */
  flood: async function* ({ over }) {
    while (!over.aborted) {
      printedBytes += 16_384;
      yield print('x'.repeat(16_384));
      await new Promise((resolve) => setImmediate(resolve));
    }
  },
  /** Numbered kilobytes, one a millisecond. */
  count: async function* () {
    for (let line = 0; line < countedLines; line += 1) {
      yield print(`${line}:`.padEnd(1023, '.').concat('\n'));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  },
  /** Tells the terminal's size for each chunk of stdin. */
  size: async function* ({ stdin, size }) {
    for await (const _ of stdin) yield print(JSON.stringify(size()));
  },
};
const script: Script = (program) => {
  const name = Buffer.from(program.files.get('main.toy')?.content ?? []).toString();
  return (programs[name] ?? programs['plain'])!(program);
};
const backend = new ScriptedBackend(script);
const queue = new RunQueue({ width: 16, capacity: 16 });
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
  runs: new LiveRuns({ runner, resumeMs, failed: (error) => failures.push(error) }),
  ...openDoors,
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
  const { runId } = await startWith(client, { code, interactive });
  return runId;
}

async function startWith(client: ClientSocket, request: object): Promise<{ runId: string; token: string }> {
  const answer = await ask<StartAnswer>(client, 'run:start', { language: 'toy', ...request });
  if (!answer.ok) throw new Error(answer.problem.message);
  return { runId: answer.runId, token: answer.token };
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

test('a client that disconnects and does not come back stops its runs, and their sandboxes are removed', async () => {
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
  [
    'a limit in the words of REST',
    'run:start',
    { language: 'toy', code: '', limits: { wall_ms: 100 } },
    'invalid_request',
  ],
  [
    'a compile limit that there is not',
    'run:start',
    { language: 'toy', code: '', compileLimits: { memory: 5 } },
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

test('a client that leaves for good stops its run at once', async () => {
  const client = await connect();
  const ready = watch(client, (event) => event.type === 'output');
  const runId = await start(client, 'hold');
  await ready;
  const [sandbox] = backend.sandboxes;
  const left = performance.now();
  expect(await ask<Accepted>(client, 'run:leave', { runId })).toEqual({ ok: true });
  await sandbox?.gone;
  expect(performance.now() - left).toBeLessThan(resumeMs);
  expect(await ask<Accepted>(client, 'run:stop', { runId })).toMatchObject({
    problem: { code: 'not_found' },
  });
});

test('a client that leaves and closes its connection in one breath stops its run at once', async () => {
  const client = await connect();
  const ready = watch(client, (event) => event.type === 'output');
  const runId = await start(client, 'hold');
  await ready;
  const [sandbox] = backend.sandboxes;
  const left = performance.now();
  client.emit('run:leave', { runId });
  client.disconnect();
  await sandbox?.gone;
  expect(performance.now() - left).toBeLessThan(resumeMs);
});

test('twenty lost connections in the middle of a run lose no event and double none', async () => {
  const seen: NumberedEvent[] = [];
  let client = await connect();
  const listen = () =>
    new Promise<void>((resolve) => {
      const of = client;
      of.on('run:event', (numbered: NumberedEvent) => {
        seen.push(numbered);
        of.emit('run:ack', { runId: numbered.runId, seq: numbered.seq });
        if (numbered.event.type === 'finished') resolve();
      });
    });
  let finished = listen();
  // Longer than a run has by default: how long twenty connections take is the machine's affair.
  const run = await startWith(client, { code: 'count', limits: { wallMs: 60_000 } });
  for (let cut = 1; cut <= 20; cut += 1) {
    await expect.poll(() => seen.length, { interval: 5 }).toBeGreaterThan(cut * 60);
    client.disconnect();
    const before = seen.length;
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(seen).toHaveLength(before);
    client = await connect();
    finished = listen();
    const after = seen.at(-1)?.seq ?? 0;
    expect(await ask<Accepted>(client, 'run:resume', { ...run, after })).toEqual({ ok: true });
  }
  await finished;
  expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, index) => index + 1));
  const text = seen.map(({ event }) => (event.type === 'output' ? event.data : '')).join('');
  const lines = text.trimEnd().split('\n');
  expect(lines).toHaveLength(countedLines);
  expect(lines.every((line, index) => line.startsWith(`${index}:.`))).toBe(true);
});

test('two tabs see the same run, and either may type into it and stop it', async () => {
  const [first, second] = [await connect(), await connect()];
  const atFirst = watch(first);
  const run = await startWith(first, { code: 'echo', interactive: true });
  const atSecond = watch(second);
  expect(await ask<Accepted>(second, 'run:resume', { ...run, after: 0 })).toEqual({ ok: true });
  expect(await ask<Accepted>(second, 'run:stdin', { runId: run.runId, data: 'hi' })).toEqual({ ok: true });
  expect(await ask<Accepted>(first, 'run:eof', { runId: run.runId })).toEqual({ ok: true });
  const [one, two] = await Promise.all([atFirst, atSecond]);
  expect(two).toEqual(one);
  expect(one.at(-1)?.event).toMatchObject({ outcome: { kind: 'ok' } });
});

test('closing one of two tabs leaves the run to the other', async () => {
  const [first, second] = [await connect(), await connect()];
  const finished = watch(second);
  const run = await startWith(first, { code: 'echo', interactive: true });
  await ask<Accepted>(second, 'run:resume', { ...run, after: 0 });
  await ask<Accepted>(first, 'run:leave', { runId: run.runId });
  first.disconnect();
  await ask<Accepted>(second, 'run:eof', { runId: run.runId });
  expect((await finished).at(-1)?.event).toMatchObject({ outcome: { kind: 'ok' } });
});

test('a resume after the end still tells the end; a while later the run is unknown', async () => {
  const client = await connect();
  const watching = watch(client);
  const run = await startWith(client, { code: 'plain' });
  const seen = await watching;
  client.disconnect();
  const late = await connect();
  const again = watch(late);
  expect(await ask<Accepted>(late, 'run:resume', { ...run, after: 1 })).toEqual({ ok: true });
  expect(await again).toEqual(seen.slice(1));
  await expect
    .poll(() => ask<Accepted>(late, 'run:resume', { ...run, after: 0 }), { interval: 100, timeout: 10_000 })
    .toMatchObject({ ok: false, problem: { code: 'not_found', message: 'There is no such run.' } });
});

test('the same connection may ask again from an earlier number', async () => {
  const client = await connect();
  const watching = watch(client);
  const run = await startWith(client, { code: 'plain' });
  const seen = [...(await watching)];
  const again = watch(client);
  expect(await ask<Accepted>(client, 'run:resume', { ...run, after: 0 })).toEqual({ ok: true });
  expect(await again).toEqual(seen);
});

test('a resume that cannot be is refused in words, and the run is none the worse for it', async () => {
  const [owner, stranger] = [await connect(), await connect()];
  const ready = watch(owner, (event) => event.type === 'output');
  const run = await startWith(owner, { code: 'echo', interactive: true });
  const other = await startWith(owner, { code: 'hold' });
  await ready;
  const refusal = (message: object) => ask<Accepted>(stranger, 'run:resume', message);
  const wrongToken = await refusal({ runId: run.runId, token: other.token, after: 0 });
  expect(wrongToken).toMatchObject({ ok: false, problem: { code: 'not_found' } });
  expect(await refusal({ ...run, runId: 'no-such-run', after: 0 })).toEqual(wrongToken);
  expect(await refusal({ runId: run.runId, after: 0 })).toMatchObject({
    problem: { code: 'invalid_request' },
  });
  expect(await refusal({ ...run, after: -1 })).toMatchObject({
    problem: { code: 'invalid_request', field: 'after' },
  });
  expect(await refusal({ ...run, after: 1e6 })).toMatchObject({
    problem: { code: 'invalid_request', field: 'after', message: expect.stringContaining('at most') },
  });
  const finished = watch(owner, (event) => event.type === 'finished');
  await ask<Accepted>(owner, 'run:eof', { runId: run.runId });
  expect((await finished).at(-1)?.event).toMatchObject({ outcome: { kind: 'ok' } });
});

test('the connection that a resume names is put out of the way, so that it holds nothing up', async () => {
  const [half, whole] = [await connect(), await connect()];
  const isOut = new Promise((resolve) => half.on('disconnect', resolve));
  const run = await startWith(half, { code: 'hold' });
  await ask<Accepted>(whole, 'run:resume', { ...run, after: 0, insteadOf: half.id });
  await isOut;
  expect(await ask<Accepted>(whole, 'run:stop', { runId: run.runId })).toEqual({ ok: true });
});

test('a signal by name ends a program that does not handle it, and says so', async () => {
  const client = await connect();
  const ready = watch(client, (event) => event.type === 'output');
  const finished = watch(client);
  const runId = await start(client, 'hold');
  await ready;
  expect(await ask<Accepted>(client, 'run:signal', { runId, signal: 'SIGUSR1' })).toEqual({ ok: true });
  expect((await finished).at(-1)?.event).toMatchObject({
    outcome: { kind: 'signal', signal: 'SIGUSR1', number: 10 },
  });
});

test('a resize reaches the terminal, and a run without one says that it has none', async () => {
  const client = await connect();
  const told = watch(client, (event) => event.type === 'output');
  const terminal = { rows: 24, columns: 80 };
  const { runId } = await startWith(client, { code: 'size', interactive: true, terminal });
  expect(await ask<Accepted>(client, 'run:resize', { runId, rows: 50, columns: 132 })).toEqual({ ok: true });
  await ask<Accepted>(client, 'run:stdin', { runId, data: 'how large?' });
  expect((await told).at(-1)?.event).toMatchObject({ data: '{"rows":50,"columns":132}' });
  const plain = await start(client, 'hold');
  expect(await ask<Accepted>(client, 'run:resize', { runId: plain, rows: 50, columns: 132 })).toMatchObject({
    ok: false,
    problem: { code: 'conflict', message: expect.stringContaining('no terminal') },
  });
});

test.each<[string, string, object, string]>([
  ['a signal of no known name', 'run:signal', { signal: 'SIGNOPE' }, 'signal'],
  ['a signal by number', 'run:signal', { signal: 9 }, 'signal'],
  ['a terminal without rows', 'run:resize', { rows: 0, columns: 80 }, 'rows'],
  ['a terminal wider than any', 'run:resize', { rows: 24, columns: 1e9 }, 'columns'],
])('%s is refused, with the field named', async (_, name, message, field) => {
  const client = await connect();
  const { runId } = await startWith(client, { code: 'hold', terminal: { rows: 24, columns: 80 } });
  expect(await ask<Accepted>(client, name, { runId, ...message })).toMatchObject({
    ok: false,
    problem: { code: 'invalid_request', field },
  });
});

test('a signal, a resize or a line for a run that is over is refused, and nothing else happens', async () => {
  const client = await connect();
  const finished = watch(client);
  const { runId } = await startWith(client, { code: 'plain', terminal: { rows: 24, columns: 80 } });
  await finished;
  for (const [name, message] of [
    ['run:signal', { signal: 'SIGINT' }],
    ['run:resize', { rows: 24, columns: 80 }],
    ['run:stdin', { data: 'x' }],
    ['run:stop', {}],
  ] as const) {
    expect(await ask<Accepted>(client, name, { runId, ...message })).toMatchObject({
      ok: false,
      problem: { code: 'conflict' },
    });
  }
});
