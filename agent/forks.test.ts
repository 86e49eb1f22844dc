import { expect, test } from 'vitest';
import { encodeBoot } from '#server/sandbox/frames.ts';
import { boot, Forking, findServer, hook, limits, step } from './testing/forking.ts';

test('each program is a fork of one that was started once, and a child of the agent', async () => {
  await using forking = await Forking.make();
  const look = `${findServer}\nprint(started == server, os.getppid(), os.getsid(0) == os.getpid(), server, hash('a'), id(sys))`;
  const first = await forking.serve(look);
  expect(first).toMatch(/^True 1 True \d+ -?\d+ \d+$/);
  for (let time = 0; time < 3; time += 1) expect(await forking.serve(look)).toBe(first);
});

test('a server that died is followed by another, and nobody waits for one that hangs', async () => {
  await using forking = await Forking.make();
  const { sandbox } = forking;
  const where = `${findServer}\nprint(server)`;
  const asRoot = async (command: string) => {
    const entering = await sandbox.container.exec({ Cmd: ['sh', '-c', command], User: '0:0' });
    await entering.start({});
    const state = async () => {
      const { Running, ExitCode } = await entering.inspect();
      return [Running, ExitCode];
    };
    await expect.poll(state).toEqual([false, 0]);
  };
  const first = await forking.serve(where);
  // A signal is taken when its process is next scheduled, and a dead one is gone once the agent has seen it.
  await asRoot(`kill -9 ${first}; while [ -d /proc/${first} ]; do sleep 0.01; done`);
  const second = await forking.serve(where);
  expect(second).not.toBe(first);
  expect(await forking.serve(where)).toBe(second);
  await asRoot(`kill -STOP ${second}; until grep -q '^State:.T' /proc/${second}/status; do sleep 0.01; done`);
  sandbox.send(encodeBoot(boot));
  const { stdout, exit } = await sandbox.run([...step.argv, 'print("plain")'], step);
  expect([stdout, exit.booted]).toEqual(['plain\n', false]);
  await sandbox.reset();
  const third = await forking.serve(where);
  expect([first, second]).not.toContain(third);
  expect(await forking.serve(where)).toBe(third);
});

test.each([
  ['a fork bomb', 'while True:\n try: os.fork()\n except OSError: pass', { wallMs: 1_000 }, 'wall'],
  ['a memory hog', 'x = []\nwhile True: x.append(bytearray(1_000_000))', {}, 'memory'],
  [
    'hogs in many processes',
    'for _ in range(20): os.fork()\nx = []\nwhile True: x.append(bytearray(100_000))',
    { wallMs: 5_000 },
    undefined,
  ],
])('%s leaves a sandbox that serves forks as before', async (_what, code, more, killedBy) => {
  await using forking = await Forking.make();
  expect(await forking.serve('print(1)')).toBe('1');
  const { exit } = await forking.run(code, more);
  if (killedBy) expect(exit.killedBy).toBe(killedBy);
  await forking.sandbox.reset();
  for (let time = 0; time < 2; time += 1) expect(await forking.serve('print(os.getppid())')).toBe('1');
});

test('what outlives a program dies with it: daemons, and one that is never the same process', async () => {
  await using forking = await Forking.make();
  const { sandbox } = forking;
  for (const life of [
    'while True: time.sleep(9)',
    'while True:\n  if os.fork(): os._exit(0)\n  os.setsid()',
  ]) {
    const { exit } = await forking.run(
      `import time\nif os.fork() == 0:\n os.setsid()\n exec(${JSON.stringify(life)})\ntime.sleep(0.05)`,
    );
    expect(exit).toMatchObject({ exitCode: 0, killedBy: null });
    const { stdout } = await sandbox.sh('echo /proc/[0-9]*');
    expect(stdout.trim().split(' ')).toHaveLength(2);
    await sandbox.reset();
    expect(await forking.serve('print("fine")')).toBe('fine');
  }
});

test('a program may have as many processes as it was promised, and is told of those that it was refused', async () => {
  await using forking = await Forking.make();
  const count = `
made = 0
try:
    for _ in range(200):
        if os.fork() == 0:
            import time; time.sleep(60); os._exit(0)
        made += 1
except OSError: pass
print(made + 1, flush=True)
os.kill(0, 9)`;
  for (let time = 0; time < 2; time += 1) {
    const { stdout, exit } = await forking.run(count);
    expect([stdout, exit.processRefusals]).toEqual([`${limits.processes}\n`, 1]);
    await forking.sandbox.reset();
  }
});

test('time and CPU of a fork are its own, and its memory is that of a plain start and little more', async () => {
  await using forking = await Forking.make();
  const { exit: plain } = await forking.sandbox.run([...step.argv, 'pass'], step);
  await forking.sandbox.reset();
  await forking.serve('pass');
  const { exit } = await forking.run('pass');
  expect(exit.cpuMs).toBeLessThan(plain.cpuMs + 20);
  expect(exit.memoryBytes).toBeGreaterThan(2_000_000);
  expect(exit.memoryBytes).toBeLessThan(plain.memoryBytes + 8_000_000);
});

test('no server is started beside what a program left, and another command has another server', async () => {
  await using forking = await Forking.make();
  const { sandbox } = forking;
  const alive = async () => (await sandbox.sh('echo /proc/[0-9]*')).stdout.trim().split(' ').length;
  await sandbox.sh('echo x > /work/left');
  expect(await sandbox.boot(boot)).toBe(true);
  expect(await alive()).toBe(2);
  await sandbox.reset();
  expect(await sandbox.boot(boot)).toBe(true);
  expect(await alive()).toBe(3);
  const where = `${findServer}\nprint(server)`;
  const first = await forking.serve(where);
  expect(await sandbox.boot({ ...boot, openFiles: 64 })).toBe(true);
  const other = await sandbox.run([...step.argv, where], { ...step, openFiles: 64 });
  expect(other.exit.booted).toBe(true);
  expect(other.stdout.trim()).not.toBe(first);
});

test('a server that cannot load what it needs is tried twice and said to have ended; then all is booted plainly', async () => {
  await using forking = await Forking.make();
  const { sandbox } = forking;
  const argv = ['python3', '-c', hook.replace('forks.so', 'none.so')];
  const lame = { ...boot, argv };
  const run = async () => {
    const { stdout, exit } = await sandbox.run([...argv, 'print("fine")'], step);
    await sandbox.reset();
    return [stdout, exit.booted];
  };
  for (let time = 0; time < 2; time += 1) {
    expect(await sandbox.boot(lame)).toBe(false);
    expect(await run()).toEqual(['fine\n', false]);
  }
  await expect.poll(() => sandbox.stream.stderrText).toBe('agent: no more forks: the fork server ended\n');
  for (let time = 0; time < 2; time += 1) {
    expect(await sandbox.boot(lame)).toBe(true);
    expect(await run()).toEqual(['fine\n', true]);
  }
  expect(await forking.serve('print("another command is tried")')).toBe('another command is tried');
});
