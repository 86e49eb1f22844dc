import { expect, test } from 'vitest';
import { cpuFlags, flagsOf } from './docker-run.ts';

const walls = {
  Memory: 134_217_728,
  CpuPeriod: 200_000,
  CpuQuota: 100_000,
  PidsLimit: 65,
  OomScoreAdj: 500,
  Tmpfs: { '/work': 'exec,nosuid,size=64,uid=20007,gid=20007,mode=0755', '/tmp': 'noexec,mode=1777' },
  Ulimits: [{ Name: 'nofile', Soft: 4096, Hard: 4096 }],
};

test('`docker run` is told all that the sandbox was told', () => {
  const flags = flagsOf(walls).join(' ');
  for (const flag of [
    '--memory 134217728b --memory-swap 134217728b',
    '--pids-limit 65',
    '--cpu-period 200000 --cpu-quota 100000',
    '--network none',
    '--cap-drop ALL',
    '--security-opt no-new-privileges',
    '--read-only',
    '--tmpfs /tmp:noexec,mode=1777',
    '--ulimit nofile=4096:4096',
  ])
    expect(flags).toContain(flag);
});

test('the work folder belongs to the user of `docker run`, as a sandbox’s belongs to its own', () => {
  expect(flagsOf(walls)).toEqual(
    expect.arrayContaining(['/work:exec,nosuid,size=64,uid=20000,gid=20000,mode=0755', '20000:20000']),
  );
});

test('a compiler gets the memory that ours get', () => {
  expect(flagsOf(walls, 512).join(' ')).toContain('--memory 512b --memory-swap 512b');
});

test('without a quota there is none to pass on', () => {
  expect(cpuFlags({ ...walls, CpuQuota: 0 })).toEqual([]);
});
