import { expect, test } from 'vitest';
import { TestSandbox } from './testing/sandbox.ts';

test('a hostile program can neither signal, trace, read, write, slow down nor replace the agent', async () => {
  await using sandbox = await TestSandbox.make();
  const { stdout, exit } = await sandbox.run(['/attacks/attack']);
  const attempts = stdout.trimEnd().split('\n');
  expect(attempts.at(-1)).toBe('done');
  expect(attempts.filter((attempt) => !attempt.endsWith(': held'))).toEqual(['done']);
  expect(attempts.length).toBeGreaterThan(70);
  expect(exit).toMatchObject({ exitCode: 0, killedBy: null });
  expect((await sandbox.sh('echo the agent lives')).stdout).toBe('the agent lives\n');
});

test('nor can one that was booted ahead', async () => {
  await using sandbox = await TestSandbox.make();
  const hook =
    '[ -z "$BUGDRILL_BOOT" ] || { printf . >&3; dd bs=65536 count=1 <&3 >/dev/null 2>&1; exec 3>&-; }';
  const argv = ['sh', '-c', `${hook}; exec /attacks/attack`];
  const ahead = { env: { PATH: '/usr/bin:/bin' }, processes: 63, openFiles: 256, fileBytes: 1024 * 1024 };
  expect(await sandbox.boot({ argv, ...ahead })).toBe(true);
  const { stdout, exit } = await sandbox.run(argv, { ...ahead, booted: true });
  const attempts = stdout.trimEnd().split('\n');
  expect(exit).toMatchObject({ exitCode: 0, killedBy: null, booted: true });
  expect(attempts.at(-1)).toBe('done');
  expect(attempts.filter((attempt) => !attempt.endsWith(': held'))).toEqual(['done']);
});

test('a program that signals everybody reaches only itself', async () => {
  await using sandbox = await TestSandbox.make();
  const { stdout, exit } = await sandbox.sh('sleep 60 & kill -KILL -1; wait; echo survived');
  expect(stdout).toBe('survived\n');
  expect(exit.exitCode).toBe(0);
});

test('what looks like frames in the output of a program stays its output', async () => {
  await using sandbox = await TestSandbox.make();
  // An EXIT frame of exit code 0, then an ERROR frame.
  const forged = `\\x24\\0\\0\\0\\x87${'\\0'.repeat(36)}\\x07\\0\\0\\0\\x8f\\x01${'\\0'.repeat(6)}`;
  const { stdout, exit } = await sandbox.python(`import os; os.write(1, b'${forged}'); raise SystemExit(7)`);
  expect(stdout).toHaveLength(53);
  expect(exit.exitCode).toBe(7);
});

test('the program has no privilege left, and is the first that the kernel takes when memory ends', async () => {
  await using sandbox = await TestSandbox.make();
  const { stdout } = await sandbox.python(`
for line in open('/proc/self/status'):
    name, value = line.split(':')
    if name in ('Groups', 'CapInh', 'CapPrm', 'CapEff', 'CapAmb', 'NoNewPrivs', 'Seccomp'): print(name, value.strip())`);
  const noCapability = '0'.repeat(16);
  expect(
    Object.fromEntries(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')),
    ),
  ).toEqual({
    Groups: '',
    CapInh: noCapability,
    CapPrm: noCapability,
    CapEff: noCapability,
    CapAmb: noCapability,
    NoNewPrivs: '1',
    Seccomp: '2',
  });
  expect((await sandbox.sh('cat /proc/self/oom_score_adj')).stdout).toBe('1000\n');
});
