import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type Dockerode from 'dockerode';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DockerBackend } from './docker-backend.ts';
import { findEngine } from './docker-engine.ts';
import { labels } from './docker-labels.ts';
import { HostCgroup } from './host-cgroup.ts';
import { type EngineState, type Sandbox, SandboxBroken, type SandboxSpec, type StepExit } from './sandbox.ts';
import { testImage } from './test-image.ts';

const MiB = 1024 * 1024;

let engine: Dockerode;
let image: string;
let instance: string;
let backend: DockerBackend;
let faults: unknown[];

beforeAll(async () => {
  engine = await findEngine({});
  image = await testImage(engine);
});
beforeEach(() => {
  instance = randomBytes(8).toString('hex');
  faults = [];
  backend = openBackend();
});
afterEach(async () => {
  await backend.close();
  expect(await containers()).toEqual([]);
  expect(faults).toEqual([]);
});

function openBackend(): DockerBackend {
  return new DockerBackend({ engine, instance, onFault: (error) => faults.push(error) });
}

function spec(details: Partial<SandboxSpec> = {}): SandboxSpec {
  return { image, memoryBytes: 128 * MiB, processes: 65, ...details };
}

function containers(): Promise<Dockerode.ContainerInfo[]> {
  return engine.listContainers({ all: true, filters: { label: [`${labels.instance}=${instance}`] } });
}

async function shell(sandbox: Sandbox, script: string): Promise<{ stdout: string; exit: StepExit }> {
  const limits = { wallMs: 20_000, cpuMs: 20_000, processes: 32, openFiles: 64, fileBytes: 256 * MiB };
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };
  const running = sandbox.start({ argv: ['sh', '-c', script], env, ...limits });
  running.end();
  let stdout = '';
  for await (const event of running.events) {
    if (event.type === 'output') stdout += Buffer.from(event.data).toString();
    if (event.type === 'exit') return { stdout, exit: event.exit };
  }
  throw new Error('The step had no exit.');
}

function containerOf(sandbox: Sandbox): Dockerode.Container {
  return engine.getContainer(`bugdrill-${sandbox.id}`);
}

test('the engine has understood every restriction', async () => {
  const { HostConfig, Config } = await containerOf(await backend.make(spec())).inspect();
  const { cgroup } = await backend.check();
  expect(HostConfig).toMatchObject({
    NetworkMode: 'none',
    Memory: 128 * MiB,
    MemorySwap: 128 * MiB,
    MemorySwappiness: cgroup === 'v1' ? 0 : null,
    CpuPeriod: 1_000_000,
    CpuQuota: 500_000,
    CpuShares: 1024,
    PidsLimit: 65,
    SecurityOpt: ['no-new-privileges'],
    CapDrop: ['ALL'],
    Privileged: false,
    ReadonlyRootfs: true,
    LogConfig: { Type: 'none' },
    IpcMode: 'private',
    AutoRemove: false,
    OomScoreAdj: 500,
  });
  expect(Config).toMatchObject({ Tty: false, OpenStdin: true, StdinOnce: true, Hostname: 'sandbox' });
  expect(Config.Entrypoint).toEqual(['/bugdrill/agent']);
});

test('a program has no privileges, and cannot get any', async () => {
  const { stdout } = await shell(await backend.make(spec()), 'cat /proc/self/status; id -u; id -g; id -G');
  const status = Object.fromEntries(
    [...stdout.matchAll(/^(\w+):\s*(.*)$/gm)].map(([, key, value]) => [key, value]),
  );
  const none = '0000000000000000';
  expect(status).toMatchObject({ CapInh: none, CapPrm: none, CapEff: none, CapAmb: none });
  expect(status).toMatchObject({ NoNewPrivs: '1', Seccomp: '2' });
  const [uid, gid, groups] = stdout.trim().split('\n').slice(-3).map(Number);
  expect(uid).toBeGreaterThanOrEqual(20_000);
  expect(uid).toBeLessThan(20_512);
  expect([gid, groups]).toEqual([uid, uid]);
});

test('a program sees no network', async () => {
  const script = 'ls /sys/class/net; cat /proc/net/route; sh -c "exec 3<>/dev/tcp/1.1.1.1/80" 2>&1; hostname';
  const { stdout } = await shell(await backend.make(spec()), script);
  expect(stdout).toMatch(/^lo\n/);
  expect(stdout).not.toMatch(/eth|00000000/);
  expect(stdout).toMatch(/sandbox\n$/);
});

test('a program can write to the three bounded folders and nowhere else', async () => {
  const script = `
    for folder in / /etc /usr /var /var/tmp /home /root /dev /bugdrill /proc/sys/kernel /sys/fs/cgroup; do
      touch $folder/probe 2>/dev/null && echo "$folder can be written"
    done
    for folder in /work /tmp /dev/shm; do
      touch $folder/probe && printf '#!/bin/sh\\necho "$0 can be executed"\\n' > $folder/run && chmod +x $folder/run
      $folder/run 2>/dev/null
    done
    stat -c '%n %u %a' /work; id -u; cat /proc/self/mounts`;
  const { stdout } = await shell(await backend.make(spec()), script);
  expect(stdout).not.toContain('can be written');
  expect(stdout.match(/.* can be executed/g)).toEqual(['/work/run can be executed']);
  const [, owner, user] = /\/work (\d+) 755\n(\d+)\n/.exec(stdout) ?? [];
  expect(owner).toBe(user);
  const mountOf = (place: string) =>
    new RegExp(`^\\S+ ${place} (\\S+) (\\S+)`, 'm').exec(stdout)?.slice(1).join();
  expect(mountOf('/')).toMatch(/,ro,/);
  expect(mountOf('/work')).toMatch(/^tmpfs,rw,nosuid,nodev,.*size=65536k,nr_inodes=16384/);
  expect(mountOf('/tmp')).toMatch(/^tmpfs,rw,nosuid,nodev,noexec,.*size=32768k,nr_inodes=16384/);
  expect(mountOf('/dev/shm')).toMatch(/^tmpfs,rw,nosuid,nodev,noexec,.*size=16384k,nr_inodes=16384/);
});

test('filling every folder ends in a full disk, and not in trouble', async () => {
  const fill =
    'for f in /work /tmp /dev/shm; do dd if=/dev/zero of=$f/big bs=1M 2>&1 | grep -c "No space"; done';
  const { stdout, exit } = await shell(await backend.make(spec()), fill);
  expect(stdout).toBe('1\n1\n1\n');
  expect(exit).toMatchObject({ exitCode: 0, killedBy: null, diskFull: true });
});

/** Where the kernel keeps a container's limits, seen from within. */
const limitFiles: Record<EngineState['cgroup'], readonly string[]> = {
  v1: ['memory/memory.limit_in_bytes', 'pids/pids.max', 'cpu/cpu.cfs_quota_us', 'cpu/cpu.shares'],
  v2: ['memory.max', 'pids.max', 'cpu.max', 'cpu.weight'],
  unknown: [],
};

async function limitsOf(sandbox: Sandbox): Promise<string[]> {
  const { cgroup } = await backend.check();
  const { stdout } = await shell(sandbox, `cd /sys/fs/cgroup; cat ${limitFiles[cgroup].join(' ')}`);
  return stdout.trim().split('\n');
}

test('the kernel enforces the limits', async () => {
  const { cgroup } = await backend.check();
  const halfCpu = cgroup === 'v1' ? '500000' : '500000 1000000';
  const limits = await limitsOf(await backend.make(spec()));
  expect(limits.slice(0, 3)).toEqual([`${128 * MiB}`, '65', halfCpu]);
});

describe.each(['by the kernel’s files', 'by the engine'])('limits that change, %s', (way) => {
  beforeEach(() => {
    if (way === 'by the engine') vi.spyOn(HostCgroup, 'find').mockResolvedValue(undefined);
  });
  afterEach(() => vi.restoreAllMocks());

  test('memory and processes hold as they were changed', async () => {
    const sandbox = await backend.make(spec());
    await sandbox.setMemory(512 * MiB);
    await sandbox.setProcesses(33);
    expect((await limitsOf(sandbox)).slice(0, 2)).toEqual([`${512 * MiB}`, '33']);
    await sandbox.setMemory(64 * MiB);
    expect((await limitsOf(sandbox)).slice(0, 2)).toEqual([`${64 * MiB}`, '33']);
  });

  test('a sandbox is left the CPU that nobody else wants, and gets its share again', async () => {
    const sandbox = await backend.make(spec());
    const share = async () => Number((await limitsOf(sandbox))[3]);
    const full = await share();
    await sandbox.yieldCpu(true);
    expect(await share()).toBeLessThanOrEqual(2);
    await sandbox.setMemory(256 * MiB);
    expect(await share()).toBeLessThanOrEqual(2);
    await sandbox.yieldCpu(false);
    expect(await share()).toBe(full);
    await sandbox[Symbol.asyncDispose]();
    await sandbox.yieldCpu(true);
  });
});

test('a memory limit below what the folders hold breaks the sandbox, and nothing else', async () => {
  const sandbox = await backend.make(spec());
  await shell(sandbox, 'head -c 60000000 /dev/zero > /work/big');
  // One kernel refuses the limit, the other one sets it and ends the sandbox.
  await sandbox.setMemory(32 * MiB).catch((error: unknown) => expect(error).toBeInstanceOf(SandboxBroken));
  await sandbox.gone;
});

test('an agent that the kernel ends for memory is out of memory, not a fault of ours', async () => {
  const sandbox = await backend.make(spec({ memoryBytes: 16 * MiB }));
  const writing = sandbox.writeFiles([{ path: 'big', content: Buffer.alloc(40 * MiB) }]);
  await expect(writing).rejects.toMatchObject({ name: 'SandboxBroken', outOfMemory: true });
  await sandbox.gone;
});

test('every live sandbox has a user of its own', async () => {
  const sandboxes = await Promise.all([1, 2, 3].map(() => backend.make(spec())));
  const users = await Promise.all(sandboxes.map(async (sandbox) => (await shell(sandbox, 'id -u')).stdout));
  expect(new Set(users).size).toBe(3);
});

test('closing removes sandboxes in use and those being made, and then none is made', async () => {
  const used = await backend.make(spec());
  const births = Promise.allSettled([1, 2, 3].map(() => backend.make(spec())));
  await backend.close();
  await used.gone;
  expect(await containers()).toEqual([]);
  for (const birth of await births) {
    expect(birth).toMatchObject({ status: 'rejected', reason: { name: 'SandboxBroken' } });
  }
  await expect(backend.make(spec())).rejects.toThrow(SandboxBroken);
});

test('the reaper removes what nobody holds, and leaves what somebody does', async () => {
  const sandbox = await backend.make(spec());
  const { Config } = await containerOf(sandbox).inspect();
  const Labels = { ...Config.Labels, [labels.sandbox]: 'forgotten' };
  const leaked = await engine.createContainer({ Image: image, Labels, HostConfig: { NetworkMode: 'none' } });
  expect(await backend.reap()).toBe(1);
  expect(await backend.reap()).toBe(0);
  await expect(leaked.inspect()).rejects.toMatchObject({ statusCode: 404 });
  expect((await shell(sandbox, 'echo alive')).stdout).toBe('alive\n');
});

test('a container removed from outside is as good as removed by us', async () => {
  const sandbox = await backend.make(spec());
  await containerOf(sandbox).remove({ force: true });
  await sandbox.gone;
  await sandbox[Symbol.asyncDispose]();
});

test('an image without the agent makes no sandbox and leaves nothing', async () => {
  const hopeless = backend.make(spec({ image: 'bugdrill-debian:trixie' }));
  await expect(hopeless).rejects.toThrow(SandboxBroken);
  expect(await containers()).toEqual([]);
});

/** A server that makes a sandbox, starts an endless program in it, says its id, and hangs. */
const doomedServer = `
  import { DockerBackend } from '#server/sandbox/docker-backend.ts';
  import { findEngine } from '#server/sandbox/docker-engine.ts';
  const [image, instance] = process.argv.slice(1);
  const backend = new DockerBackend({ engine: await findEngine({}), instance, onFault: () => {} });
  const sandbox = await backend.make({ image, memoryBytes: ${64 * MiB}, processes: 32 });
  const limits = { wallMs: 0, cpuMs: 0, processes: 0, openFiles: 0, fileBytes: 0 };
  const running = sandbox.start({ argv: ['sleep', '600'], env: { PATH: '/usr/bin:/bin' }, ...limits });
  console.log(sandbox.id);
  for await (const event of running.events);
`;

test('when a server is killed its programs end at once, and the next server sweeps', async () => {
  const argv = ['--import', 'tsx', '--input-type=module', '-e', doomedServer, image, instance];
  const server = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [id] = (await once(server.stdout, 'data')) as [Buffer];
  const container = engine.getContainer(`bugdrill-${id.toString().trim()}`);
  expect((await container.inspect()).State.Running).toBe(true);
  server.kill('SIGKILL');
  await once(server, 'exit');
  await container.wait();
  expect(await backend.sweep()).toBe(1);
});
