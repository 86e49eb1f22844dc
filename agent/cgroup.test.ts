import { expect, test } from 'vitest';
import { TestSandbox } from './testing/sandbox.ts';

/** The files of cgroup version 2 as a kernel shows them, but written by the test: so the other version than the host's is tested too. */
const files: Readonly<Record<string, string>> = {
  'cpu.stat': 'usage_usec 2000000\nuser_usec 1000000\nsystem_usec 1000000\nnr_periods 0\n',
  'memory.current': '9000000\n',
  'memory.peak': '10000000\n',
  'memory.max': 'max\n',
  'memory.events': 'low 0\nhigh 0\nmax 7\noom 3\noom_kill 3\noom_group_kill 0\n',
  'memory.stat': 'anon 4000000\nfile 3000000\nkernel 100000\nshmem 1000000\ninactive_file 5\n',
  'pids.events': 'max 11\n',
  'pids.max': 'max\n',
  'cpu.max': 'max 100000\n',
};

async function startVersion2(): Promise<TestSandbox> {
  const write = Object.entries(files).map(([name, text]) => `printf '${text}' > ${name}`);
  const script = [
    'cd /sys/fs/cgroup',
    'chmod 0755 .',
    'umask 0',
    ...write,
    'cd /',
    'exec /bugdrill/agent "$@"',
  ].join('\n');
  return TestSandbox.start({}, (options) => ({
    ...options,
    Entrypoint: ['sh', '-c', script, 'agent'],
    HostConfig: {
      ...options.HostConfig,
      Tmpfs: { ...options.HostConfig?.Tmpfs, '/sys/fs/cgroup': '' },
    },
  }));
}

test('version 2 is found, and a step is measured by what its counters grew, the page cache left out', async () => {
  await using sandbox = await startVersion2();
  expect(await sandbox.until('ready')).toMatchObject({ protocol: 5, cgroup: 2 });
  const { exit } = await sandbox.sh(`cd /sys/fs/cgroup
    echo "usage_usec 2345000" > cpu.stat
    echo 30000000 > memory.peak
    echo "max 16" > pids.events`);
  expect(exit).toMatchObject({ cpuMs: 345, memoryBytes: 28_000_000, processRefusals: 5, killedBy: null });
  const next = await sandbox.sh('true');
  expect(next.exit).toMatchObject({ cpuMs: 0, processRefusals: 0, killedBy: null });
  expect(next.exit.memoryBytes).toBeLessThan(28_000_000);
});

test('version 2 measures no step above its limit', async () => {
  await using sandbox = await startVersion2();
  const { exit } = await sandbox.sh(
    'cd /sys/fs/cgroup; echo 30000000 > memory.peak; echo 20000000 > memory.max',
  );
  expect(exit.memoryBytes).toBe(20_000_000);
});

test('version 2 says what is in use without the page cache', async () => {
  await using sandbox = await startVersion2();
  sandbox.start(['sleep', '60'], { wallMs: 1_500 });
  expect((await sandbox.until('usage')).memoryBytes).toBe(7_000_000);
});

test('version 2 tells of out-of-memory kills', async () => {
  await using sandbox = await startVersion2();
  const { exit } = await sandbox.sh(
    'printf "oom 9\\noom_kill 4\\n" > /sys/fs/cgroup/memory.events; sleep 60',
  );
  expect(exit).toMatchObject({ killedBy: 'memory', signal: 9 });
  expect(exit.wallMs).toBeLessThan(30_000);
});

test('version 2 enforces the CPU limit', async () => {
  await using sandbox = await startVersion2();
  const { exit } = await sandbox.sh('echo "usage_usec 2700000" > /sys/fs/cgroup/cpu.stat; sleep 60', {
    cpuMs: 600,
  });
  expect(exit).toMatchObject({ killedBy: 'cpu', cpuMs: 700 });
});

test.each([
  ['100000 200000', 120],
  ['20000 100000', 100],
  ['max 100000', 0],
])('version 2 with a quota of %s says how long the sandbox must rest', async (quota, restMs) => {
  await using sandbox = await startVersion2();
  await sandbox.until('ready');
  await sandbox.reset();
  const use = (us: number) =>
    sandbox.sh(`cd /sys/fs/cgroup; echo "usage_usec ${us}" > cpu.stat; echo "${quota}" > cpu.max`);
  await use(2_060_000);
  expect(await sandbox.reset()).toEqual({ restMs });
});

test('without a cgroup, processes that were waited for and the main one are still measured', async () => {
  await using sandbox = await TestSandbox.start({}, (options) => ({
    ...options,
    HostConfig: {
      ...options.HostConfig,
      Tmpfs: { ...options.HostConfig?.Tmpfs, '/sys/fs/cgroup': '' },
    },
  }));
  expect(await sandbox.until('ready')).toMatchObject({ cgroup: 0 });
  const { exit } = await sandbox.sh('while :; do :; done', { cpuMs: 200 });
  expect(exit).toMatchObject({ killedBy: 'cpu', signal: 9 });
  expect(exit.cpuMs).toBeGreaterThanOrEqual(200);
  expect(exit.memoryBytes).toBeGreaterThan(100_000);
});
