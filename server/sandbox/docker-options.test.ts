import { expect, test } from 'vitest';
import { containerOptions } from './docker-options.ts';
import { writableBytes } from './sandbox.ts';

const MiB = 1024 * 1024;
const plan = {
  spec: { image: 'some-image', memoryBytes: 128 * MiB, processes: 65 },
  identity: { sandbox: 'abc', instance: 'inst', process: 'proc' },
  uid: 20_017,
  cgroup: 'v1',
} as const;
const options = containerOptions(plan);

test.each([
  ['is not on any network', { NetworkMode: 'none' }],
  [
    'has as much memory as asked, and no swap',
    { Memory: 128 * MiB, MemorySwap: 128 * MiB, MemorySwappiness: 0 },
  ],
  ['has half a CPU on average', { CpuPeriod: 1_000_000, CpuQuota: 500_000 }],
  ['has a bounded number of processes', { PidsLimit: 65 }],
  ['cannot gain privileges', { Privileged: false, SecurityOpt: ['no-new-privileges'] }],
  ['has only the capabilities of the agent', { CapDrop: ['ALL'], CapAdd: ['SETUID', 'SETGID', 'KILL'] }],
  ['has a root file system that cannot be written', { ReadonlyRootfs: true }],
  ['shares no memory or queues with others', { IpcMode: 'private' }],
  ['has nothing logged by the engine', { LogConfig: { Type: 'none', Config: {} } }],
  [
    'is started once, and removed by us alone',
    { AutoRemove: false, Init: false, RestartPolicy: { Name: 'no' } },
  ],
  ['goes before the host when the host is out of memory', { OomScoreAdj: 500 }],
  ['dumps no core', { Ulimits: expect.arrayContaining([{ Name: 'core', Soft: 0, Hard: 0 }]) }],
])('a sandbox %s', (_claim, expected) => {
  expect(options.HostConfig).toMatchObject(expected);
});

test.each([
  [
    '/work',
    ['exec', 'nosuid', 'nodev', 'size=67108864', 'nr_inodes=16384', 'uid=20017', 'gid=20017', 'mode=0755'],
  ],
  ['/tmp', ['noexec', 'nosuid', 'nodev', 'size=33554432', 'nr_inodes=16384', 'mode=1777']],
  ['/dev/shm', ['noexec', 'nosuid', 'nodev', 'size=16777216', 'nr_inodes=16384', 'mode=1777']],
])('%s is bounded memory with no setuid and no devices', (folder, expected) => {
  expect(options.HostConfig?.Tmpfs?.[folder]?.split(',')).toEqual(expected);
});

test('Podman is told of mounts in the words it knows, and the user can still write to the work folder', () => {
  expect(containerOptions({ ...plan, isPodman: true }).HostConfig?.Tmpfs).toEqual({
    '/work': 'exec,nosuid,nodev,size=67108864,mode=1777',
    '/tmp': 'noexec,nosuid,nodev,size=33554432,mode=1777',
    '/dev/shm': 'noexec,nosuid,nodev,size=16777216,mode=1777',
    '/var/tmp': 'noexec,nosuid,nodev,size=4096,mode=0755',
  });
});

test('all writable folders full at once still fit into the default memory', () => {
  const together = Object.values(writableBytes).reduce((sum, bytes) => sum + bytes, 0);
  expect(together).toBeLessThan(128 * MiB);
});

test('the agent gets the user as its argument, and a stdin that ends when the server is gone', () => {
  expect(options).toMatchObject({
    name: 'bugdrill-abc',
    Image: 'some-image',
    Cmd: ['--uid', '20017'],
    User: '0:0',
    Hostname: 'sandbox',
    Tty: false,
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    OpenStdin: true,
    StdinOnce: true,
  });
});

test('a sandbox that joins the network of a holder joins no other, and takes its name with it', () => {
  const joined = containerOptions({ ...plan, network: { kind: 'joined', holder: 'held' } });
  expect(joined.HostConfig).toEqual({ ...options.HostConfig, NetworkMode: 'container:bugdrill-held' });
  expect(joined).not.toHaveProperty('Hostname');
  expect(joined.Labels).toEqual(options.Labels);
});

test('a holder is a sandbox like any other, and says that it is one', () => {
  const held = containerOptions({ ...plan, network: { kind: 'held' } });
  expect(held).toEqual({ ...options, Labels: { ...options.Labels, 'bugdrill.holder': 'true' } });
});

test('a container says whose it is', () => {
  expect(options.Labels).toEqual({
    'bugdrill.instance': 'inst',
    'bugdrill.process': 'proc',
    'bugdrill.sandbox': 'abc',
  });
});

test.each(['v2', 'unknown'] as const)('swappiness is not mentioned on cgroup %s', (cgroup) => {
  expect(containerOptions({ ...plan, cgroup }).HostConfig).not.toHaveProperty('MemorySwappiness');
});

test('another runtime is passed on, and none is named otherwise', () => {
  expect(containerOptions({ ...plan, runtime: 'runsc' }).HostConfig).toMatchObject({ Runtime: 'runsc' });
  expect(options.HostConfig).not.toHaveProperty('Runtime');
});

test('nothing loosens what the engine does by default', () => {
  for (const key of ['Binds', 'Mounts', 'Devices', 'PidMode', 'UsernsMode', 'VolumesFrom', 'MaskedPaths']) {
    expect(options.HostConfig).not.toHaveProperty(key);
  }
});
