import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from './health.ts';
import { Servers } from './servers.ts';

const never = new AbortController().signal;
const opened = () => Promise.resolve();
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bugdrill-servers-'));
});
afterEach(() => rm(folder, { recursive: true }));

const log = (name: string) => join(folder, `${name}.log`);
const program = (name: string, source: string) => ({
  name,
  argv: ['-e', source],
  env: {},
  logFile: log(name),
});
const said = (name: string, text: string) =>
  until(async () => (await readFile(log(name), 'utf8')).includes(text), AbortSignal.timeout(10_000));
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('the servers of one start', () => {
  it('end when asked, and are waited for', async () => {
    const stop = new AbortController();
    const servers = new Servers(5_000);
    const farewell =
      "process.on('SIGTERM', () => { console.log('bye'); process.exit() }); setInterval(() => {}, 9)";
    servers.start(program('polite', `${farewell}; console.log('up')`));
    await said('polite', 'up');
    stop.abort();
    expect(await servers.serve(stop.signal, opened)).toBe(0);
    await servers[Symbol.asyncDispose]();
    expect(await readFile(log('polite'), 'utf8')).toBe('up\nbye\n');
  });

  it('are killed when they do not end in time, with what they started', async () => {
    const servers = new Servers(200);
    const child = "require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 9)'])";
    const deaf = "process.on('SIGTERM', () => {}); setInterval(() => {}, 9)";
    servers.start(program('deaf', `const { pid } = ${child}; ${deaf}; console.log('pid', pid, '.')`));
    await said('deaf', '.');
    const pid = Number(/pid (\d+)/.exec(await readFile(log('deaf'), 'utf8'))?.[1]);
    expect(isAlive(pid)).toBe(true);
    await servers[Symbol.asyncDispose]();
    await until(async () => !isAlive(pid), AbortSignal.timeout(5_000));
  });

  it('all end when one dies, which is a failure with its last words', async () => {
    const servers = new Servers(5_000);
    servers.start(program('other', "console.log('up'); setInterval(() => {}, 9)"));
    servers.start(program('broken', "console.error('no disk'); process.exit(7)"));
    expect(await servers.firstDeath).toBe(
      `The broken ended with 7. Its last lines, from ${log('broken')}:\nno disk`,
    );
    expect(await servers.serve(never, opened)).toBe(1);
    await servers[Symbol.asyncDispose]();
  });

  it('tell what opens the doors to end when a server dies meanwhile', async () => {
    const servers = new Servers(5_000);
    servers.start(program('broken', 'process.exit(1)'));
    let told = false;
    const opening = (end: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        end.addEventListener('abort', () => {
          told = true;
          reject(new Error('told to end'));
        });
      });
    expect(await servers.serve(never, opening)).toBe(1);
    expect(told).toBe(true);
  });

  it('fail with what kept the doors shut', async () => {
    await using servers = new Servers(5_000);
    servers.start(program('up', 'setInterval(() => {}, 9)'));
    const opening = () => Promise.reject(new Error('the build failed'));
    await expect(servers.serve(never, opening)).rejects.toThrow('the build failed');
  });
});

describe('a server whose holder is gone', () => {
  const leash = new URL('leash.mjs', import.meta.url).href;
  const source =
    "process.on('SIGTERM', () => process.exit(3)); process.send('up'); setTimeout(() => process.exit(4), 500)";

  const exitCodeOf = async (holder: number) => {
    const child = spawn(process.execPath, ['--import', leash, '-e', source], {
      env: { ...process.env, LEASH_HOLDER: String(holder) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    await once(child, 'message');
    child.disconnect();
    const [code] = await once(child, 'exit');
    return code;
  };

  it('ends as if it had been asked to', async () => {
    expect(await exitCodeOf(process.pid)).toBe(3);
  });

  it('is not what a server starts in its turn: that goes on', async () => {
    expect(await exitCodeOf(1)).toBe(4);
  });
});
