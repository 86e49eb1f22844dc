import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fetchNpmPackages, packagesFor } from './npm-packages.ts';

const watch = { signal: new AbortController().signal, progress: () => {} };

test.each([
  ['x86_64', 'tool-linux-x64'],
  ['aarch64', 'tool-linux-arm64'],
  ['riscv64', 'tool-linux-riscv64'],
])('on %s the package is %s', (architecture, name) => {
  expect(packagesFor({ 'tool-linux-{arch}': '1.2.3' }, architecture)).toEqual({ [name]: '1.2.3' });
});

test('packages stand in the folder under their names, scopes with a hyphen', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bugdrill-npm-'));
  try {
    await fetchNpmPackages({ isarray: '2.0.5', '@types/ms': '2.1.0' }, folder, watch);
    expect((await readdir(folder)).toSorted()).toEqual(['@types-ms.tgz', 'isarray.tgz']);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a version that does not exist is refused with what npm said', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bugdrill-npm-'));
  try {
    await expect(fetchNpmPackages({ isarray: '99.99.99' }, folder, watch)).rejects.toThrow(
      'npm failed.\nnpm error',
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
