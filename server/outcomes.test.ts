import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExecuteAnswer } from '#protocol/execute.ts';
import type { RunEvent } from '#protocol/run-event.ts';
import { TestServer } from './test-server.ts';

const MiB = 1024 * 1024;

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.startReady({ LANGUAGES: 'python,c' });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
});

async function run(request: object): Promise<ExecuteAnswer> {
  const response = await server.execute(request);
  expect(response.status).toBe(200);
  return response.json();
}

const python = (code: string, more: object = {}) => run({ language: 'python', code, ...more });

/** Every event of a run, as the streaming door tells them. */
async function eventsOf(request: object): Promise<RunEvent[]> {
  const headers = { Accept: 'application/x-ndjson' };
  const lines = (await (await server.execute(request, { headers })).text()).trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

async function outcomeOf(request: object) {
  const last = (await eventsOf(request)).at(-1);
  if (last?.type !== 'finished') throw new Error('The last event is not finished.');
  return last.outcome;
}

describe('memory', () => {
  test.each([
    [
      'touches an array that is larger than its limit',
      'char a[1L << 30]; int main() { for (long i = 0; i < sizeof a; i += 4096) a[i] = 1; }',
    ],
    [
      'has an array that no machine could hold, and dies before main',
      'char a[1L << 44]; int main() { return a[0]; }',
    ],
    [
      'fills its memory before main',
      'char a[1L << 30]; __attribute__((constructor)) void fill() { for (long i = 0; i < sizeof a; i += 4096) a[i] = 1; } int main() {}',
    ],
  ])('a C program that %s ran out of memory', async (_what, code) => {
    expect(await outcomeOf({ language: 'c', code })).toMatchObject({
      kind: 'memory_limit',
      limitBytes: 128 * MiB,
    });
  });

  test('a program that is itself larger than its limit runs out of memory before it starts', async () => {
    const code = 'char a[30 << 20] = {1}; int main() { return a[0] - 1; }';
    const limitBytes = 16 * MiB;
    const outcome = await outcomeOf({ language: 'c', code, limits: { memory_bytes: limitBytes } });
    expect(outcome).toMatchObject({ kind: 'memory_limit', limitBytes });
  });

  test('the outcome tells the limit and what was used', async () => {
    const outcome = await outcomeOf({
      language: 'python',
      code: 'x = bytearray(10**9)',
      limits: { memory_bytes: 64 * MiB },
    });
    expect(outcome).toMatchObject({ kind: 'memory_limit', limitBytes: 64 * MiB });
    if (outcome.kind !== 'memory_limit') return;
    expect(outcome.measuredBytes).toBeGreaterThan(48 * MiB);
    expect(outcome.measuredBytes).toBeLessThanOrEqual(64 * MiB);
  });

  test('the same program is measured the same each time', async () => {
    const measured: number[] = [];
    for (let run = 0; run < 6; run++) measured.push((await python('kept = b"x" * 9_000_000')).memory_bytes);
    expect(Math.max(...measured) - Math.min(...measured)).toBeLessThan(2 * MiB);
    expect(Math.min(...measured)).toBeGreaterThan(9_000_000);
  });

  test('a judged program that passes was measured within its limit', async () => {
    const code = 'kept = bytes([1]) * 8_000_000\nprint(1)';
    const tests = [{ expected: '1' }, { expected: '1' }];
    const answer = await python(code, { tests, limits: { memory_bytes: 16 * MiB } });
    expect(answer.tests).toMatchObject([{ verdict: 'passed' }, { verdict: 'passed' }]);
    for (const { memory_bytes } of answer.tests ?? []) expect(memory_bytes).toBeLessThanOrEqual(16 * MiB);
  });

  test.each([
    ['waits for it and says it is fine', 'os.waitpid(child, 0)\nprint("fine")'],
    ['lives on for long', 'os.waitpid(child, 0)\nimport time; time.sleep(8)'],
  ])('a child that runs out of memory is told, though its parent %s', async (_what, rest) => {
    const code = `import os\nchild = os.fork()\nif child == 0: x = bytearray(10**9)\n${rest}`;
    const answer = await python(code);
    expect(answer).toMatchObject({ success: false, outcome: 'memory_limit', exit_code: null });
    expect(answer.execution_time_ms).toBeLessThan(7_000);
  });
});

describe('CPU and time', () => {
  test('a tree that forks anew all the time uses up its CPU limit together', async () => {
    const code = `
import os
while True:
    if os.fork() == 0:
        for _ in range(300_000): pass
        os._exit(0)
    try:
        while os.waitpid(-1, os.WNOHANG)[0]: pass
    except ChildProcessError: pass`;
    const outcome = await outcomeOf({ language: 'python', code, limits: { cpu_ms: 500 } });
    expect(outcome).toMatchObject({ kind: 'cpu_limit', limitMs: 500 });
    if (outcome.kind !== 'cpu_limit') return;
    expect(outcome.measuredMs).toBeGreaterThanOrEqual(500);
    expect(outcome.measuredMs).toBeLessThan(900);
  });

  test('sleeping past the wall limit is a time limit with its measure', async () => {
    const outcome = await outcomeOf({
      language: 'python',
      code: 'import time; time.sleep(9)',
      timeout_sec: 0.5,
    });
    expect(outcome).toMatchObject({ kind: 'time_limit', limitMs: 500 });
    if (outcome.kind === 'time_limit') expect(outcome.measuredMs).toBeGreaterThanOrEqual(500);
  });
});

describe('processes and files', () => {
  const spawner = `
import os, time
for _ in range(20):
    if os.fork() == 0: time.sleep(60)`;

  test.each([
    ['python', spawner],
    [
      'c',
      '#include <unistd.h>\nint main() { for (int i = 0; i < 20; i++) { int p = fork(); if (p < 0) return 9; if (p == 0) { pause(); } } }',
    ],
  ])('a %s program that fails at its limit of processes says so, with the limit', async (language, code) => {
    const outcome = await outcomeOf({ language, code, limits: { processes: 8 } });
    expect(outcome).toMatchObject({ kind: 'process_limit', limit: 8 });
    if (outcome.kind === 'process_limit') expect(outcome.refusals).toBeGreaterThan(0);
  });

  test('threads count, and a program that copes with the refusal ends well, the refusal told beside', async () => {
    const code = `
import threading, time
made = 0
try:
    for _ in range(20):
        threading.Thread(target=time.sleep, args=[1], daemon=True).start()
        made += 1
except RuntimeError: print(made)`;
    const answer = await python(code, { limits: { processes: 8 } });
    expect(answer).toMatchObject({ outcome: 'ok', stdout: '7\n', facts: ['process_limit'] });
  });

  test('exactly the limit of processes is no refusal', async () => {
    const code = `
import os, time
for _ in range(7):
    if os.fork() == 0: time.sleep(60)`;
    expect(await python(code, { limits: { processes: 8 } })).toMatchObject({ outcome: 'ok', facts: [] });
  });

  test('a file that grows beyond its limit ends its program, and is a disk limit', async () => {
    const code =
      '#include <stdio.h>\nint main() { FILE *f = fopen("x", "w"); for (;;) if (fputc(1, f) < 0) return 1; }';
    const limits = { file_bytes: MiB };
    expect(await outcomeOf({ language: 'c', code, limits })).toMatchObject({
      kind: 'disk_limit',
      limitBytes: MiB,
      exitCode: null,
    });
  });
});

describe('room', () => {
  test('a program that fails in a full folder is told which, and what it may hold', async () => {
    const code = 'f = open("/dev/shm/x", "wb", 0)\nwhile True: f.write(bytes(1 << 20))';
    expect(await outcomeOf({ language: 'python', code })).toMatchObject({
      kind: 'disk_limit',
      folder: '/dev/shm',
      limitBytes: 16 * MiB,
      exitCode: 1,
    });
  });

  test('a file that grows beyond its limit is told of a program that ignores the signal, too', async () => {
    const code = 'f = open("a", "wb", 0)\nf.write(b"x" * 5000)\nf.write(b"y")';
    const outcome = await outcomeOf({ language: 'python', code, limits: { file_bytes: 1024 } });
    expect(outcome).toMatchObject({ kind: 'disk_limit', limitBytes: 1024, exitCode: 1 });
  });

  test.each([
    ['a file of the compiler’s that may grow no further', { compile_limits: { file_bytes: MiB } }, {}],
    ['the compiler’s temporary files fill their folder', {}, { folder: '/tmp', limitBytes: 32 * MiB }],
  ])('%s is a disk limit, whoever of its programs met it', async (_what, limits, details) => {
    const code = 'volatile char a[50 << 20] = {1}; int main() { return a[5]; }';
    const outcome = await outcomeOf({ language: 'c', code, ...limits });
    expect(outcome).toMatchObject({ kind: 'disk_limit', ...details });
  });

  test('a compiler that may start no process failed at that limit', async () => {
    const request = { language: 'c', code: 'int main() {}', compile_limits: { processes: 1 } };
    expect(await outcomeOf(request)).toMatchObject({ kind: 'process_limit', limit: 1 });
  });
});

describe('output', () => {
  test('exactly the limit is whole, one byte more is cut there and counted', async () => {
    const limits = { output_bytes: 100_000 };
    const print = (bytes: number) => `import sys\nsys.stdout.write("x" * ${bytes})`;
    expect(await python(print(100_000), { limits })).toMatchObject({ outcome: 'ok', truncated: false });
    const events = await eventsOf({ language: 'python', code: print(100_001), limits });
    const kept = events.flatMap((event) => (event.type === 'output' ? [event.data] : [])).join('');
    expect(kept).toBe('x'.repeat(100_000));
    expect(events.at(-1)).toMatchObject({
      outcome: { kind: 'output_limit', limitBytes: 100_000, keptBytes: 100_000, printedBytes: 100_001 },
    });
  });

  test('by REST too the figures are told to the byte', async () => {
    // Written at one go: what goes over the limit ends the program, and it would not come to a second write.
    const answer = await python('print("x" * 2000, end="")', { limits: { output_bytes: 1024 } });
    expect(answer).toMatchObject({
      outcome_details: { limit_bytes: 1024, kept_bytes: 1024, printed_bytes: 2000 },
      message: 'Output stopped at 1 kB. 2 kB were printed.',
    });
    const close = await python('print("x" * 1024)', { limits: { output_bytes: 1024 } });
    expect(close.message).toBe('Output stopped at 1024 bytes. 1025 bytes were printed.');
  });

  test('both streams share the limit', async () => {
    const code = 'import os\nos.write(1, b"o" * 60_000)\nos.write(2, b"e" * 60_000)';
    const answer = await python(code, { limits: { output_bytes: 100_000 } });
    expect(answer.outcome).toBe('output_limit');
    expect(answer.stdout.length + answer.stderr.length).toBe(100_000);
  });

  test('binary output is intact in base64: every byte, and a mebibyte of noise', async () => {
    const code = `
import os, sys, hashlib
data = bytes(range(256)) + os.urandom(1024 * 1024)
sys.stdout.buffer.write(data)
sys.stdout.flush()
sys.stderr.write(hashlib.sha256(data).hexdigest())`;
    const request = {
      language: 'python',
      code,
      output_encoding: 'base64',
      limits: { output_bytes: 2 * MiB },
    };
    const events = await eventsOf(request);
    const printed = (stream: string) =>
      Buffer.concat(
        events.flatMap((event) =>
          event.type === 'output' && event.stream === stream ? [Buffer.from(event.data, 'base64')] : [],
        ),
      );
    const data = printed('stdout');
    expect(data).toHaveLength(256 + MiB);
    expect([...data.subarray(0, 256)]).toEqual(Array.from({ length: 256 }, (_, byte) => byte));
    expect(printed('stderr').toString()).toBe(createHash('sha256').update(data).digest('hex'));
    const answer = await run({
      ...request,
      code: 'import sys; sys.stdout.buffer.write(bytes(range(256)) * 500)',
    });
    expect(Buffer.from(answer.stdout, 'base64')).toHaveLength(128_000);
  });

  test('bytes that are no UTF-8 become U+FFFD, and nothing around them is lost', async () => {
    const code = 'import os\nos.write(1, b"a\\xffb\\xc3(c\\xe2\\x82d\\xf0\\x9f\\x90\\x9be\\xe2\\x82")';
    expect((await python(code)).stdout).toBe('a\uFFFDb\uFFFD(c\uFFFDd🐛e\uFFFD');
  });

  test('characters that lie across the edges of pipes and frames are never split', async () => {
    const code = `
import os
for lead in range(4):
    text = ("x" * lead + "🐛ß€" * 30_000).encode()
    for at in range(0, len(text), 65_536): os.write(1, text[at:at + 65_536])
    os.write(1, b"\\n")
for byte in "🐛".encode(): os.write(1, bytes([byte]))`;
    const limits = { output_bytes: 4 * MiB };
    const events = await eventsOf({ language: 'python', code, limits });
    const pieces = events.flatMap((event) => (event.type === 'output' ? [event.data] : []));
    const lines = [0, 1, 2, 3].map((lead) => `${'x'.repeat(lead)}${'🐛ß€'.repeat(30_000)}\n`);
    expect(pieces.join('') === `${lines.join('')}🐛`).toBe(true);
    expect(pieces.filter((piece) => piece.includes('\uFFFD') || !piece.isWellFormed())).toEqual([]);
  });

  test('streams written in turn, each time after a breath, arrive in their order', async () => {
    const code = `
import os, time
for n in range(16):
    os.write(1 + n % 2, b"%d " % n)
    time.sleep(0.15)`;
    const events = await eventsOf({ language: 'python', code });
    const said = events.flatMap((event) => (event.type === 'output' ? [event.data] : [])).join('');
    expect(said).toBe(Array.from({ length: 16 }, (_, n) => `${n} `).join(''));
  });
});

describe('files out', () => {
  test('what a program leaves in out/ comes back with its answer', async () => {
    const code = `
open('out/table.csv', 'w').write('a,b\\n')
open('out/noise', 'wb').write(bytes(range(256)) * 4000)
import os; os.symlink('/etc/passwd', 'out/link')
raise SystemExit(3)`;
    const answer = await python(code);
    expect(answer).toMatchObject({ outcome: 'exit_nonzero', artifacts_left_out: ['out/link'] });
    expect(answer.artifacts).toEqual([
      {
        path: 'out/noise',
        media_type: 'application/octet-stream',
        bytes: 1_024_000,
        data: Buffer.alloc(1_024_000, Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))).toString(
          'base64',
        ),
      },
      { path: 'out/table.csv', media_type: 'text/csv', bytes: 4, data: btoa('a,b\n') },
    ]);
  });

  test('they come from a program that was stopped at a limit, too', async () => {
    const code = 'open("out/a.txt", "w").write("kept")\nwhile True: pass';
    const answer = await python(code, { limits: { cpu_ms: 300 } });
    expect(answer).toMatchObject({
      outcome: 'cpu_limit',
      artifacts: [{ path: 'out/a.txt', media_type: 'text/plain', data: btoa('kept') }],
    });
  });

  test('a file that was sent in out/ comes back only when the program changed it', async () => {
    const files = ['same', 'other'].map((name) => ({ path: `out/${name}`, content: 'as sent' }));
    const answer = await python('open("out/other", "a").write("!")', { files });
    expect(answer.artifacts).toMatchObject([{ path: 'out/other', data: btoa('as sent!') }]);
    expect(answer.artifacts).toHaveLength(1);
  });

  test('without any, there are none', async () => {
    expect(await python('open("elsewhere", "w")')).toMatchObject({ artifacts: [], artifacts_left_out: [] });
  });
});
