import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ExecuteAnswer } from '#protocol/execute.ts';
import { TestServer } from './test-server.ts';

// Two servers, and a container for most of what is asked of them: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 300_000 });

const MiB = 1024 * 1024;
const leavers = new URL('verify/leavers/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, leavers), 'utf8');
const lookFile = 'look.py';

/** One run at a time, so that four sandboxes are enough, and then each serves in its turn. */
const settings = {
  LANGUAGES: 'python',
  MAX_CONCURRENT_RUNS: '1',
  POOL_MAX_WARM: '1',
  TRUSTED_PROXIES: '127.0.0.1/32',
};
const sandboxesInTurn = 4;

interface Look {
  /** Which sandbox the program was in. */
  readonly sandbox: string;
  /** Everything that it saw there. */
  readonly seen: unknown;
}

/** Longer than any sandbox rests, on a machine that is slow. */
const restedMs = 20_000;

class Bench implements AsyncDisposable {
  private constructor(readonly server: TestServer) {}

  static async open(env: Record<string, string>): Promise<Bench> {
    return new Bench(await TestServer.startReady({ ...settings, ...env }));
  }

  async python(code: string, more: object = {}, from = '192.0.2.1'): Promise<ExecuteAnswer> {
    const headers = { 'X-Forwarded-For': from };
    const response = await this.server.execute({ language: 'python', code, ...more }, { headers });
    expect(response.status).toBe(200);
    return response.json();
  }

  async look(from?: string): Promise<Look> {
    const { stdout, stderr } = await this.python(read(lookFile), {}, from);
    expect(stderr).toBe('');
    return JSON.parse(stdout);
  }

  /** What the next run in that sandbox sees; undefined when it serves nobody any more. */
  async lookInto(sandbox: string, from?: string): Promise<Look | undefined> {
    for (let turn = 0; turn <= sandboxesInTurn; turn += 1) {
      const look = await this.look(from);
      if (look.sandbox === sandbox) return look;
    }
    return undefined;
  }

  /** The same of one that is to serve again: it may rest first, as long as it must for the CPU that it used. */
  async seenIn(sandbox: string, from?: string): Promise<unknown> {
    for (const until = performance.now() + restedMs; performance.now() < until; ) {
      const look = await this.lookInto(sandbox, from);
      if (look) return look.seen;
    }
    return 'nothing: the sandbox did not serve again';
  }

  async count(metric: string): Promise<number> {
    const text = await (await fetch(`${this.server.url}/metrics`)).text();
    const line = text.split('\n').find((one) => one.startsWith(`${metric} `));
    return Number(line?.split(' ')[1] ?? 0);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.server[Symbol.asyncDispose]();
  }
}

/** A program that says last which sandbox it was in. */
const leaving = (code: string) =>
  `import os as _os
_mine = _os.readlink('/proc/self/ns/pid') + ' ' + open('/proc/1/stat').read().rsplit(')', 1)[1].split()[19]
_os.write(1, _mine.encode() + b'\\n')
${code}`;

let loyal: Bench;
let bench: Bench;
/** What a program sees in a sandbox that has served nobody: there its client is the first. */
let asNew: unknown;
beforeAll(async () => {
  loyal = await Bench.open({ SANDBOX_REUSE: 'owner', MAX_CONCURRENT_RUNS: '2' });
  asNew = (await loyal.look('192.0.2.99')).seen;
  bench = await Bench.open({ SANDBOX_REUSE: 'any' });
});
afterAll(async () => {
  await loyal?.[Symbol.asyncDispose]();
  await bench?.[Symbol.asyncDispose]();
});

describe('with SANDBOX_REUSE=any', () => {
  async function leave(code: string, more: object = {}): Promise<{ sandbox: string; answer: ExecuteAnswer }> {
    const answer = await bench.python(leaving(code), more);
    return { sandbox: answer.stdout.split('\n')[0] ?? '', answer };
  }

  const files = readdirSync(leavers).filter((file) => file.endsWith('.py') && file !== lookFile);
  const titled = files.map((file) => ({ file, what: read(file).split('"""')[1] }));
  test.each(titled)('the next run in the sandbox finds nothing of $what', async ({ file }) => {
    const { sandbox, answer } = await leave(read(file));
    expect(answer.outcome).toBe('ok');
    expect(await bench.seenIn(sandbox)).toEqual(asNew);
  });

  test('the next run has the usual limits again, whatever the one before asked for', async () => {
    const { sandbox, answer } = await leave('', { limits: { memory_bytes: 40 * MiB, processes: 7 } });
    expect(answer.outcome).toBe('ok');
    expect(await bench.seenIn(sandbox)).toEqual(asNew);
  });

  test.each([
    ['was killed for its memory', 'x = bytearray(90_000_000)', { memory_bytes: 40 * MiB }, 'memory_limit'],
    [
      'had a child killed for its memory',
      'import os, time\nif os.fork() == 0: x = bytearray(90_000_000)\ntime.sleep(60)',
      { memory_bytes: 40 * MiB },
      'memory_limit',
    ],
    ['was killed for its time', 'while True: pass', { wall_ms: 300 }, 'time_limit'],
    ['was killed for its CPU time', 'while True: pass', { cpu_ms: 300 }, 'cpu_limit'],
    ['printed too much', 'while True: print("x" * 1000)', { output_bytes: 10_000 }, 'output_limit'],
  ])('a sandbox whose program %s serves nobody any more', async (_why, code, limits, outcome) => {
    const before = await bench.count('bugdrill_sandbox_retirements_total{why="unsound"}');
    const { sandbox, answer } = await leave(code, { limits });
    expect(answer.outcome).toBe(outcome);
    expect((await bench.look()).seen).toEqual(asNew);
    expect(await bench.lookInto(sandbox)).toBeUndefined();
    expect(await bench.count('bugdrill_sandbox_retirements_total{why="unsound"}')).toBe(before + 1);
  });

  test('a sandbox that cannot be made clean serves nobody any more: here a connection holds a port', async () => {
    const before = await bench.count('bugdrill_sandbox_retirements_total{why="dirty"}');
    const { sandbox, answer } = await leave(`
import socket
server = socket.create_server(('', 8000))
client = socket.create_connection(('127.0.0.1', 8000))
server.accept()[0].close()
client.close()`);
    expect(answer.outcome).toBe('ok');
    expect((await bench.look()).seen).toEqual(asNew);
    expect(await bench.lookInto(sandbox)).toBeUndefined();
    expect(await bench.count('bugdrill_sandbox_retirements_total{why="dirty"}')).toBe(before + 1);
  });

  test('one client’s sandbox serves the next client', async () => {
    const { sandbox } = await bench.look('192.0.2.7');
    expect(await bench.seenIn(sandbox, '192.0.2.8')).toEqual(asNew);
  });

  test('200 runs leave the server and its sandboxes as they were', async () => {
    const runs = async (count: number) => {
      for (let done = 0; done < count; done += 1)
        expect(await bench.python('print("hello")')).toMatchObject({ outcome: 'ok', stdout: 'hello\n' });
    };
    await runs(20);
    const containers = (await bench.server.containers()).length;
    const descriptors = () => readdirSync(`/proc/${bench.server.pid}/fd`).length;
    const memory = () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${bench.server.pid}/status`, 'utf8'))?.[1]);
    const before = { descriptors: descriptors(), kilobytes: memory() };
    await runs(200);
    expect(descriptors()).toBeLessThanOrEqual(before.descriptors + 8);
    expect(memory()).toBeLessThan(before.kilobytes + 40 * 1024);
    expect((await bench.server.containers()).length).toBeLessThanOrEqual(containers + 2);
    expect(await bench.count('bugdrill_sandbox_reuses_total')).toBeGreaterThan(200);
  });

  test('after a stop no container is left', async () => {
    await bench.python('');
    expect(await bench.server.end()).toBe(0);
    expect(await bench.server.containers()).toEqual([]);
  });
});

describe('with SANDBOX_REUSE=owner', () => {
  /** Whom each sandbox has served: it must be one alone, and some must have served again. */
  function expectLoyal(served: readonly (readonly [sandbox: string, owner: string])[]): void {
    const pairs = new Set(served.map((pair) => pair.join(' for ')));
    expect(pairs.size).toBe(new Set(served.map(([sandbox]) => sandbox)).size);
    expect(pairs.size).toBeLessThan(served.length);
  }

  test('a sandbox serves only the address that it served first', async () => {
    const clients = ['192.0.2.1', '192.0.2.2', '2001:db8:1::1'];
    const served: [string, string][] = [];
    for (let round = 0; round < 8; round += 1) {
      const looks = await Promise.all(
        clients.map(async (client) => [await loyal.look(client), client] as const),
      );
      served.push(...looks.map(([{ sandbox }, client]): [string, string] => [sandbox, client]));
    }
    expectLoyal(served);
  });

  test('a sandbox serves only the key that it served first, wherever that comes from', async () => {
    const keys = ['one', 'two'].map((name) => loyal.server.runKeys('create', name));
    await expect.poll(async () => (await loyal.server.execute({})).status).toBe(401);
    const served: [string, string][] = [];
    for (let round = 0; round < 12; round += 1) {
      for (const key of keys) {
        const headers = { Authorization: `Bearer ${key}`, 'X-Forwarded-For': `192.0.2.${round % 2}` };
        const body = { language: 'python', code: read(lookFile) };
        const { stdout } = await (await loyal.server.execute(body, { headers })).json();
        served.push([JSON.parse(stdout).sandbox, key]);
      }
    }
    expectLoyal(served);
  });
});
