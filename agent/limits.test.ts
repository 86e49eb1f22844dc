import { setTimeout as passed } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { encodeKill } from '#server/sandbox/frames.ts';
import { TestSandbox } from './testing/sandbox.ts';

const MiB = 1024 * 1024;

const forkBomb = `
import os
while True:
    try: os.fork()
    except OSError: pass`;

/** How many processes there are besides the agent and the shell that counts. */
async function strangers(sandbox: TestSandbox): Promise<number> {
  const { stdout } = await sandbox.sh('for at in /proc/[0-9]*; do echo "$at"; done');
  return stdout.trim().split('\n').length - 2;
}

test('the wall limit ends a program that ignores SIGTERM and everything it started', async () => {
  await using sandbox = await TestSandbox.make();
  const { exit } = await sandbox.sh('trap "" TERM INT HUP; sleep 60 & sleep 60', { wallMs: 300 });
  expect(exit).toMatchObject({ killedBy: 'wall', exitCode: null, signal: 9 });
  expect(exit.wallMs).toBeGreaterThanOrEqual(300);
  expect(exit.wallMs).toBeLessThan(30_000);
  expect(await strangers(sandbox)).toBe(0);
});

test('a limit of 0 is no limit', async () => {
  await using sandbox = await TestSandbox.make();
  const { exit } = await sandbox.sh('sleep 0.2; exit 3', { wallMs: 0 });
  expect(exit).toMatchObject({ killedBy: null, exitCode: 3 });
});

test('the CPU limit counts the whole tree, children that nobody waited for too', async () => {
  await using sandbox = await TestSandbox.make();
  const { exit } = await sandbox.sh('for i in 1 2 3 4; do (while :; do :; done) & done; sleep 60', {
    cpuMs: 400,
  });
  expect(exit).toMatchObject({ killedBy: 'cpu', signal: 9 });
  expect(exit.cpuMs).toBeGreaterThanOrEqual(400);
  expect(exit.cpuMs).toBeLessThan(1_000);
});

test('sleeping uses up no CPU limit', async () => {
  await using sandbox = await TestSandbox.make();
  const { exit } = await sandbox.sh('sleep 0.5', { cpuMs: 200 });
  expect(exit).toMatchObject({ killedBy: null, exitCode: 0 });
});

test('a fork bomb dies at its limit, and its refused processes are counted', async () => {
  await using sandbox = await TestSandbox.make({ processes: 32 });
  const { exit } = await sandbox.python(forkBomb, { wallMs: 1_000, processes: 31 });
  expect(exit).toMatchObject({ killedBy: 'wall', signal: 9 });
  expect(exit.processRefusals).toBeGreaterThan(0);
  expect(exit.wallMs).toBeLessThan(20_000);
  expect(await strangers(sandbox)).toBe(0);
});

test('a step may have fewer processes than its sandbox', async () => {
  await using sandbox = await TestSandbox.make();
  const count = `
import os, signal
made = 0
try:
    while True:
        if os.fork() == 0: signal.pause()
        made += 1
except BlockingIOError: print(made)`;
  expect((await sandbox.python(count, { processes: 5 })).stdout).toBe('4\n');
  expect((await sandbox.python(count, { processes: 40 })).stdout).toBe('39\n');
});

test('a program that runs out of memory is said to have done so, even before its first line', async () => {
  await using sandbox = await TestSandbox.make({ memoryBytes: 8 * 1024 * 1024 });
  const { exit } = await sandbox.python('kept = bytearray(100_000_000)');
  expect(exit).toMatchObject({ killedBy: 'memory', signal: 9 });
  const before = await sandbox.run([
    '/usr/bin/python3',
    '-X',
    'importtime',
    '-c',
    'import asyncio, email, http, json',
  ]);
  expect(before.exit.killedBy).toBe('memory');
  expect((await sandbox.sh('echo the agent lives')).stdout).toBe('the agent lives\n');
});

test('a child that runs out of memory ends the step, though its parent would live on', async () => {
  await using sandbox = await TestSandbox.make({ memoryBytes: 64 * 1024 * 1024 });
  const { exit, stdout } = await sandbox.sh(
    'echo begun; python3 -c "kept = bytearray(200_000_000)"; sleep 60; echo survived',
  );
  expect(exit.killedBy).toBe('memory');
  expect(exit.wallMs).toBeLessThan(30_000);
  expect(stdout).toBe('begun\n');
});

test('what a program leaves behind dies with it: orphans, other sessions, double forks', async () => {
  await using sandbox = await TestSandbox.make();
  const { exit, stdout } = await sandbox.python(`
import os, signal, sys, time
def wait():
    for number in set(range(1, 32)) - {9, 19}: signal.signal(number, signal.SIG_IGN)
    time.sleep(60)
if os.fork() == 0: wait()
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0: wait()
    os._exit(0)
os.wait()
print('gone')`);
  expect(stdout).toBe('gone\n');
  expect(exit).toMatchObject({ exitCode: 0, killedBy: null });
  expect(exit.wallMs).toBeLessThan(30_000);
  expect(await strangers(sandbox)).toBe(0);
});

test('what orphans printed before the end is not lost', async () => {
  await using sandbox = await TestSandbox.make();
  const { stdout } = await sandbox.sh(
    '(head -c 200000 /dev/zero; echo last > /tmp/told) & while [ ! -e /tmp/told ]; do :; done',
  );
  expect(stdout).toHaveLength(200_000);
});

test('KILL ends the step at once, and the first reason to kill is the one that is told', async () => {
  await using sandbox = await TestSandbox.make();
  sandbox.start(['sh', '-c', 'sleep 60 & echo begun; sleep 60']);
  await sandbox.toOutput('begun');
  sandbox.send(encodeKill(), encodeKill());
  expect((await sandbox.toExit()).exit).toMatchObject({ killedBy: 'host', signal: 9 });
  sandbox.start(['sh', '-c', 'sleep 60'], { wallMs: 100 });
  await sandbox.until('started');
  const { exit } = await sandbox.toExit();
  sandbox.send(encodeKill());
  expect(exit.killedBy).toBe('wall');
  expect((await sandbox.sh('echo next')).exit.killedBy).toBeNull();
});

test('a server that does not read slows the program down, costs no memory, loses nothing and stops no clock', async () => {
  await using sandbox = await TestSandbox.make();
  const lines = 2_000_000;
  sandbox.start(['seq', '1', `${lines}`], { wallMs: 2_000 });
  await sandbox.until('started');
  const usage = async () => (await sandbox.container.stats({ stream: false })).memory_stats.usage;
  await passed(1_000);
  const [before, after] = [await usage(), await usage()];
  expect(Math.abs(after - before)).toBeLessThan(1024 * 1024);
  const { stdout, exit } = await sandbox.toExit();
  expect(exit).toMatchObject({ killedBy: 'wall', signal: 9 });
  expect(exit.wallMs).toBeLessThan(20_000);
  const printed = stdout.split('\n');
  expect(printed.length).toBeLessThan(lines);
  expect(printed.slice(0, -1).every((line, index) => line === `${index + 1}`)).toBe(true);
  const status = (await sandbox.sh('cat /proc/1/status')).stdout;
  expect(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1])).toBeLessThanOrEqual(1024);
});

test('output that waited for the server is whole when the program had its time', async () => {
  await using sandbox = await TestSandbox.make();
  sandbox.start(['sh', '-c', 'seq 1 600000 | sha256sum >&2; seq 1 600000']);
  await sandbox.until('started');
  await passed(500);
  const { stdout, exit } = await sandbox.toExit();
  expect(exit).toMatchObject({ exitCode: 0, killedBy: null });
  expect(stdout.split('\n')).toHaveLength(600_001);
  expect(stdout.endsWith('\n600000\n')).toBe(true);
});

test('limits of files and descriptors are the kernel’s, and a full folder is told', async () => {
  await using sandbox = await TestSandbox.make();
  const large = await sandbox.sh('head -c 3000000 /dev/zero > file', { fileBytes: 1_000_000 });
  expect(large.exit.exitCode).not.toBe(0);
  expect((await sandbox.sh('wc -c < file; ulimit -n; ulimit -c', { openFiles: 20 })).stdout).toBe(
    '1000000\n20\n0\n',
  );
  const full = await sandbox.python(`
try:
    for number in range(1_000_000): open(f'f{number}', 'w').close()
except OSError as error: print(error.strerror)`);
  expect(full.stdout).toBe('No space left on device\n');
  expect(full.exit.fullFolder).toEqual({ path: '/work', bytes: 64 * MiB, files: 16_384 });
});

test.each([
  ['/work', 64 * MiB],
  ['/tmp', 32 * MiB],
  ['/dev/shm', 16 * MiB],
])(
  'a full %s is told with what it may hold, though the program made room before its end',
  async (path, bytes) => {
    await using sandbox = await TestSandbox.make();
    const { exit } = await sandbox.python(
      `
import os, time
with open('${path}/file', 'wb', 0) as file:
    try:
        while True: file.write(bytes(1_000_000))
    except OSError: time.sleep(0.05)
os.remove('${path}/file')`,
      { fileBytes: 64 * MiB },
    );
    expect(exit).toMatchObject({ exitCode: 0, diskFull: true });
    expect(exit.fullFolder).toEqual({ path, bytes, files: undefined });
  },
);

test.each([
  ['Python, which ignores the signal', `f = open('a', 'wb', 0); f.write(b'x' * 5000); f.write(b'y')`, true],
  [
    'one deep in /tmp',
    `import os; os.makedirs('/tmp/a/b'); open('/tmp/a/b/c', 'wb', 0).write(b'x' * 5000)`,
    true,
  ],
  ['one below it', `open('a', 'wb', 0).write(b'x' * 1023)`, false],
  ['a link to one', `import os; os.symlink('/etc/passwd', 'a'); os.mkfifo('b'); os.mkdir('c')`, false],
])('a file at the limit of its size is told: %s', async (_what, code, fileFull) => {
  await using sandbox = await TestSandbox.make();
  const { exit } = await sandbox.python(code, { fileBytes: 1024 });
  expect(exit).toMatchObject({ fileFull, diskFull: false, signal: null });
});

test('a file at its limit is looked for in a folder that is no more than a trap', async () => {
  await using sandbox = await TestSandbox.make();
  const { exit } = await sandbox.python(`
import os
for number in range(10_000): os.mkfifo(f'{number}')
os.chdir('/tmp')
for number in range(2_000):
    os.mkdir('d')
    os.chdir('d')`);
  expect(exit).toMatchObject({ exitCode: 0, fileFull: false, killedBy: null });
});

test('a folder that was never full is not told', async () => {
  await using sandbox = await TestSandbox.make();
  const { exit } = await sandbox.sh('head -c 33000000 /dev/zero > /tmp/file; sleep 0.1');
  expect(exit.diskFull).toBe(false);
});
