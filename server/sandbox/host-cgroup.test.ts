import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HostCgroup } from './host-cgroup.ts';

const MiB = 1024 * 1024;
const id = 'c0ffee'.repeat(10);
const container = { id, pid: 42 };

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bugdrill-cgroup-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, text: string | number): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), `${text}\n`);
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8').trim();
}

function find(): Promise<HostCgroup | undefined> {
  return HostCgroup.find(container, join(root, 'proc'));
}

/** A machine whose controllers are mounted one by one, as with cgroup version 1; `from` is what of each is mounted. */
function versionOne(path: string, from = '/'): void {
  const controllers = ['memory', 'pids', 'cpu,cpuacct'];
  const lines = controllers.map((name, at) => `${at + 3}:${name}:${path}`);
  put('proc/42/cgroup', [...lines, '1:name=systemd:/', '0::/'].join('\n'));
  const mounts = controllers.map(
    (name) => `31 30 0:28 ${from} ${join(root, 'fs', name)} rw,relatime shared:9 - cgroup cgroup rw,${name}`,
  );
  const unified = `40 30 0:37 / ${join(root, 'fs/unified')} rw - cgroup2 cgroup2 rw`;
  put('proc/self/mountinfo', ['22 1 8:1 / / rw - ext4 /dev/vda rw', unified, ...mounts].join('\n'));
}

function limitsOfOne(folder: string): void {
  put(`fs/memory/${folder}/memory.limit_in_bytes`, 128 * MiB);
  put(`fs/memory/${folder}/memory.memsw.limit_in_bytes`, 128 * MiB);
  put(`fs/pids/${folder}/pids.max`, 65);
  put(`fs/cpu,cpuacct/${folder}/cpu.shares`, 1024);
}

test('version 1 has a folder of the container for each controller', async () => {
  versionOne(`/docker/${id}`);
  limitsOfOne(`docker/${id}`);
  const cgroup = await find();
  await cgroup?.set({ memoryBytes: 512 * MiB, processes: 96 });
  expect(read(`fs/memory/docker/${id}/memory.limit_in_bytes`)).toBe(`${512 * MiB}`);
  expect(read(`fs/memory/docker/${id}/memory.memsw.limit_in_bytes`)).toBe(`${512 * MiB}`);
  expect(read(`fs/pids/docker/${id}/pids.max`).startsWith('96')).toBe(true);
});

test('a kernel that does not count swap is not asked to limit it', async () => {
  versionOne(`/docker/${id}`);
  limitsOfOne(`docker/${id}`);
  rmSync(join(root, `fs/memory/docker/${id}/memory.memsw.limit_in_bytes`));
  await (await find())?.set({ memoryBytes: 256 * MiB });
  expect(read(`fs/memory/docker/${id}/memory.limit_in_bytes`)).toBe(`${256 * MiB}`);
  expect(existsSync(join(root, `fs/memory/docker/${id}/memory.memsw.limit_in_bytes`))).toBe(false);
});

test('a share of the CPU that was given away comes back as it was', async () => {
  versionOne(`/docker/${id}`);
  limitsOfOne(`docker/${id}`);
  const cgroup = await find();
  await cgroup?.set({ yieldsCpu: true });
  expect(read(`fs/cpu,cpuacct/docker/${id}/cpu.shares`).startsWith('2')).toBe(true);
  await cgroup?.set({ yieldsCpu: false });
  expect(read(`fs/cpu,cpuacct/docker/${id}/cpu.shares`)).toBe('1024');
});

test('inside a container, paths begin at what of the hierarchy is mounted there', async () => {
  versionOne(`/docker/outer/docker/${id}`, '/docker/outer');
  limitsOfOne(`docker/${id}`);
  await (await find())?.set({ memoryBytes: 256 * MiB });
  expect(read(`fs/memory/docker/${id}/memory.limit_in_bytes`)).toBe(`${256 * MiB}`);
});

test('version 2 has one folder, and its own unit of CPU', async () => {
  const folder = `fs/system.slice/docker-${id}.scope`;
  put('proc/42/cgroup', `0::/system.slice/docker-${id}.scope`);
  put('proc/self/mountinfo', `30 23 0:26 / ${join(root, 'fs')} rw,nosuid - cgroup2 cgroup2 rw,nsdelegate`);
  put(`${folder}/memory.max`, 128 * MiB);
  put(`${folder}/pids.max`, 65);
  put(`${folder}/cpu.weight`, 39);
  const cgroup = await find();
  await cgroup?.set({ memoryBytes: 512 * MiB, processes: 96, yieldsCpu: true });
  expect(read(`${folder}/memory.max`)).toBe(`${512 * MiB}`);
  expect(read(`${folder}/pids.max`)).toBe('96');
  expect(read(`${folder}/cpu.weight`).startsWith('1')).toBe(true);
  await cgroup?.set({ yieldsCpu: false });
  expect(read(`${folder}/cpu.weight`)).toBe('39');
});

test('another process that has the number of the container’s, as beside an engine elsewhere, is left alone', async () => {
  versionOne('/user.slice');
  limitsOfOne('user.slice');
  expect(await find()).toBeUndefined();
});

test('a process that is not there, and a limit that is not, are no cgroup', async () => {
  expect(await find()).toBeUndefined();
  versionOne(`/docker/${id}`);
  limitsOfOne(`docker/${id}`);
  rmSync(join(root, `fs/pids/docker/${id}/pids.max`));
  expect(await find()).toBeUndefined();
});

test.skipIf(process.getuid?.() === 0)('files that only root may write are no cgroup', async () => {
  versionOne(`/docker/${id}`);
  limitsOfOne(`docker/${id}`);
  chmodSync(join(root, `fs/pids/docker/${id}/pids.max`), 0o444);
  expect(await find()).toBeUndefined();
});

test('a container that is gone by then is told, and no file made', async () => {
  versionOne(`/docker/${id}`);
  limitsOfOne(`docker/${id}`);
  const cgroup = await find();
  rmSync(join(root, 'fs'), { recursive: true });
  await expect(cgroup?.set({ processes: 96 })).rejects.toThrow('ENOENT');
  await expect(cgroup?.set({ memoryBytes: MiB })).rejects.toThrow('ENOENT');
  expect(existsSync(join(root, 'fs'))).toBe(false);
});
