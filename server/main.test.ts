import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExecuteAnswer } from '#protocol/execute.ts';
import type { RunEvent } from '#protocol/run-event.ts';
import type { NumberedEvent, StartAnswer } from '#protocol/socket.ts';
import { newDataDir, TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.startReady();
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

test('programs are run only after sandboxes were seen to hold', async () => {
  expect((await server.health()).selfTest).toEqual({
    status: 'held',
    probes: expect.any(Number),
    failed: [],
  });
});

test('the call of the contract is answered to the letter', async () => {
  const response = await server.execute({
    code: 'print("Hello World")',
    language: 'python',
    timeout_sec: 10,
  });
  expect(await response.json()).toMatchObject({
    success: true,
    stdout: 'Hello World\n',
    stderr: '',
    exit_code: 0,
    execution_time_ms: expect.any(Number),
    outcome: 'ok',
  });
});

describe('what a program is given', () => {
  test('stdin to its end, arguments, environment and files', async () => {
    const code =
      'import os,sys\nprint(sys.stdin.read().upper(), sys.argv[1:], os.environ["NAME"], open("data/x.txt").read())';
    const answer = await python(code, {
      stdin: 'héllo',
      args: ['a b', '--c'],
      env: { NAME: 'wörld' },
      files: [{ path: 'data/x.txt', content: 'inside' }],
    });
    expect(answer.stdout).toBe("HÉLLO ['a b', '--c'] wörld inside\n");
  });

  test('exactly the bytes of stdin, however many', async () => {
    const stdin = 'äbc\n'.repeat(200_000);
    const answer = await python(
      'import sys,hashlib\nd=sys.stdin.buffer.read()\nprint(len(d),d.count(b"\\n"))',
      { stdin },
    );
    expect(answer.stdout).toBe(`${Buffer.byteLength(stdin)} 200000\n`);
  });

  test.each([
    ['a byte order mark', '\uFEFFprint("bom")', 'bom\n'],
    ['CRLF line ends', 'print("a")\r\nprint("b")\r\n', 'a\nb\n'],
    ['nothing at all', '', ''],
  ])('code with %s runs as the language runs it', async (_, code, stdout) => {
    expect(await python(code)).toMatchObject({ success: true, stdout });
  });

  test('code that is not UTF-8 arrives as its bytes, and the language judges it', async () => {
    const content = Buffer.from([...Buffer.from('# \x00'.slice(0, 2)), 0xff, 0x0a]).toString('base64');
    const answer = await run({
      language: 'python',
      files: [{ path: 'main.py', content, encoding: 'base64' }],
    });
    expect(answer).toMatchObject({ outcome: 'exit_nonzero' });
    expect(answer.stderr).toContain('SyntaxError');
  });
});

describe('every way a program can end', () => {
  test.each<[string, object, object]>([
    ['a nonzero exit', { code: 'raise SystemExit(3)' }, { outcome: 'exit_nonzero', exit_code: 3 }],
    ['a signal', { code: 'import os; os.kill(os.getpid(), 11)' }, { outcome: 'signal', signal: 'SIGSEGV' }],
    [
      'too long',
      { code: 'import time; time.sleep(60)', timeout_sec: 0.5 },
      { outcome: 'time_limit', exit_code: null },
    ],
    ['too much CPU', { code: 'while True: pass', limits: { cpu_ms: 300 } }, { outcome: 'cpu_limit' }],
    ['too much memory', { code: 'x = bytearray(10**9)' }, { outcome: 'memory_limit', exit_code: null }],
    [
      'too much output',
      { code: 'while True: print("x" * 999)' },
      { outcome: 'output_limit', truncated: true },
    ],
    [
      'a full disk',
      { code: 'f=open("x","wb")\nwhile True: f.write(bytes(9999))' },
      { outcome: 'disk_limit', exit_code: 1 },
    ],
  ])('%s has its own name', async (_, request, answer) => {
    expect(await run({ language: 'python', ...request })).toMatchObject({ success: false, ...answer });
  });

  test('a fork bomb is held, and the server answers the next run', async () => {
    const bomb = 'import os\nwhile True:\n  try: os.fork()\n  except OSError: pass';
    const answer = await python(bomb, { timeout_sec: 1 });
    expect(answer.outcome).toBe('time_limit');
    expect(answer.facts).toContain('process_limit');
    expect((await python('print(1)')).stdout).toBe('1\n');
  });

  test('output up to the limit is kept exactly', async () => {
    const answer = await python('import sys\nsys.stdout.write("x" * 3_000_000)');
    expect(answer.outcome).toBe('output_limit');
    expect(answer.stdout).toBe('x'.repeat(1024 * 1024));
  });

  test('what does not compile says where, and is not run', async () => {
    const answer = await run({ language: 'cpp', code: 'int main() { return x; }' });
    expect(answer).toMatchObject({ outcome: 'compile_error', exit_code: 1, compile: { success: false } });
    expect(answer.stderr).toMatch(/main\.cpp:1:\d+: error/);
  });
});

describe('a live run', () => {
  const sockets: Socket[] = [];
  afterAll(() => {
    for (const socket of sockets) socket.disconnect();
  });

  /** Starts a run and keeps every event with the moment at which it came. */
  async function live(request: object) {
    const socket = io(server.url, { forceNew: true, transports: ['websocket'] });
    sockets.push(socket);
    const events: { at: number; event: RunEvent }[] = [];
    const listeners = new Set<() => void>();
    socket.on('run:event', ({ runId, seq, event }: NumberedEvent) => {
      events.push({ at: performance.now(), event });
      socket.emit('run:ack', { runId, seq });
      for (const listener of listeners) listener();
    });
    const answer: StartAnswer = await socket.emitWithAck('run:start', request);
    if (!answer.ok) throw new Error(answer.problem.message);
    const seen = (isIt: (event: RunEvent) => boolean) =>
      new Promise<RunEvent>((resolve) => {
        const look = () => {
          const found = events.find(({ event }) => isIt(event));
          if (found) resolve(found.event);
        };
        listeners.add(look);
        look();
      });
    const text = () => events.flatMap(({ event }) => (event.type === 'output' ? [event.data] : [])).join('');
    const printed = (part: string) => seen((event) => event.type === 'output' && text().includes(part));
    const finished = () => seen((event) => event.type === 'finished');
    return { socket, runId: answer.runId, events, printed, finished };
  }

  test('what is printed once in a while is seen once in a while, not at the end', async () => {
    const code = 'import sys,time\nfor i in range(4):\n  sys.stdout.write(str(i))\n  time.sleep(0.4)';
    const { events, finished } = await live({ language: 'python', code });
    await finished();
    const pieces = events.flatMap(({ at, event }) =>
      event.type === 'output' ? [{ at, data: event.data }] : [],
    );
    expect(pieces.map(({ data }) => data)).toEqual(['0', '1', '2', '3']);
    const gaps = pieces.slice(1).map(({ at }, index) => at - (pieces[index]?.at ?? 0));
    for (const gap of gaps) expect(gap).toBeGreaterThan(250);
  });

  test('a prompt without a line end is seen before it is answered, in Python and in C', async () => {
    const askers = {
      python: 'name = input("name? ")\nprint("hi " + name)',
      c: '#include <stdio.h>\nint main(){char n[9];printf("name? ");scanf("%8s",n);printf("hi %s\\n",n);}',
    };
    for (const [language, code] of Object.entries(askers)) {
      const { socket, runId, printed, finished } = await live({ language, code, interactive: true });
      await printed('name? ');
      await socket.emitWithAck('run:stdin', { runId, data: 'ann\n' });
      await printed('hi ann');
      expect(await finished()).toMatchObject({ outcome: { kind: 'ok' } });
    }
  });

  test('the end of stdin ends a program that reads to it', async () => {
    const code = 'import sys\nfor line in sys.stdin: print("got", line.strip())\nprint("end")';
    const { socket, runId, printed, finished } = await live({ language: 'python', code, interactive: true });
    await socket.emitWithAck('run:stdin', { runId, data: 'one\n' });
    await printed('got one');
    await socket.emitWithAck('run:eof', { runId });
    await printed('end');
    expect(await finished()).toMatchObject({ outcome: { kind: 'ok' } });
  });

  test('stop ends a program that ignores SIGTERM, and every child of it', async () => {
    const code =
      'import os,signal,time\nsignal.signal(15, signal.SIG_IGN)\nos.fork()\nprint("up", flush=True)\nwhile True: time.sleep(1)';
    const { socket, runId, printed, finished } = await live({ language: 'python', code });
    await printed('up');
    await socket.emitWithAck('run:stop', { runId });
    expect(await finished()).toMatchObject({ outcome: { kind: 'stopped' } });
  });

  test('a client that leaves stops its run', async () => {
    const { socket, runId, printed } = await live({
      language: 'python',
      code: 'print("up")\nwhile True: pass',
    });
    await printed('up');
    expect((await server.health()).queue.running).toBe(1);
    socket.emit('run:leave', { runId });
    socket.disconnect();
    await expect.poll(async () => (await server.health()).queue.running).toBe(0);
  });

  test('a caller that hangs up stops its run', async () => {
    const hangUp = new AbortController();
    const request = { language: 'python', code: 'while True: pass' };
    const answer = server.execute(request, { signal: hangUp.signal }).catch(() => 'hung up');
    await expect.poll(async () => (await server.health()).queue.running).toBe(1);
    hangUp.abort();
    expect(await answer).toBe('hung up');
    await expect.poll(async () => (await server.health()).queue.running).toBe(0);
  });

  test('beyond the queue’s width runs wait, are told where, and all end well', async () => {
    const { queue } = await server.health();
    const code = 'import time; time.sleep(1)';
    const runs = await Promise.all(
      // One may begin beyond the width at once.
      Array.from({ length: queue.width + 4 }, () => live({ language: 'python', code })),
    );
    const ends = await Promise.all(runs.map(({ finished }) => finished()));
    expect(ends.every((end) => end.type === 'finished' && end.outcome.kind === 'ok')).toBe(true);
    const positions = runs.flatMap(({ events }) =>
      events.flatMap(({ event }) => (event.type === 'queued' ? [event.position] : [])),
    );
    expect(positions).toEqual(expect.arrayContaining([1, 2]));
  });
});

describe('the server as a process', () => {
  const only = { LANGUAGES: 'python' };

  test('SIGTERM ends it with 0, its client hears of it, and no container is left', async () => {
    await using ending = await TestServer.startReady({ ...only, DRAIN_MS: '100' });
    const answer = ending.execute({
      language: 'python',
      code: 'import time; time.sleep(30)',
      timeout_sec: 40,
    });
    await expect.poll(async () => (await ending.health()).queue.running).toBe(1);
    expect(await ending.end('SIGTERM')).toBe(0);
    expect(await (await answer).json()).toMatchObject({ success: false, outcome: 'interrupted' });
    expect(await ending.containers()).toEqual([]);
  });

  test('a run that ends within the drain time ends as if nothing was', async () => {
    await using ending = await TestServer.startReady({ ...only, DRAIN_MS: '5000' });
    const answer = ending.execute({ language: 'python', code: 'import time; time.sleep(1); print("whole")' });
    await expect.poll(async () => (await ending.health()).queue.running).toBe(1);
    expect(await ending.end('SIGINT')).toBe(0);
    expect(await (await answer).json()).toMatchObject({ success: true, stdout: 'whole\n' });
  });

  test('what a killed server left is removed by the next one of the same data folder', async () => {
    const dataDir = newDataDir();
    const killed = await TestServer.startReady(only, dataDir);
    const left = await killed.containers();
    expect(left.length).toBeGreaterThan(0);
    await killed.end('SIGKILL');
    await using next = await TestServer.startReady(only, dataDir);
    const now = await next.containers();
    expect(now.filter((id) => left.includes(id))).toEqual([]);
    expect(await next.end()).toBe(0);
    expect(await next.containers()).toEqual([]);
  });

  test('without an engine it says so, runs nothing, and does not crash', async () => {
    await using alone = await TestServer.start({ DOCKER_HOST: 'unix:///nowhere/docker.sock', ...only });
    const response = await fetch(`${alone.url}/health`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: 'degraded', engine: { reachable: false } });
    expect((await alone.execute({ language: 'python', code: '' })).status).toBe(503);
  });

  test('settings that do not fit end it with one sentence that names them', async () => {
    await expect(TestServer.start({ MAX_CONCURRENT_RUNS: 'many' })).rejects.toThrow('MAX_CONCURRENT_RUNS');
  });
});
