import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';

let root: string;
const take = () => fingerprint(root, ['app', 'lock.json', 'not-there']);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'bugdrill-fingerprint-'));
  await mkdir(join(root, 'app/deep'), { recursive: true });
  await writeFile(join(root, 'app/deep/page.tsx'), 'page');
  await writeFile(join(root, 'lock.json'), '{}');
});
afterEach(() => rm(root, { recursive: true }));

describe('the fingerprint of sources', () => {
  it('is the same for the same files', async () => {
    expect(await take()).toBe(await take());
  });

  it('changes with one byte, deep down or in a single file', async () => {
    const before = await take();
    await writeFile(join(root, 'app/deep/page.tsx'), 'Page');
    const between = await take();
    await writeFile(join(root, 'lock.json'), '{ }');
    expect(new Set([before, between, await take()]).size).toBe(3);
  });

  it('changes when a file moves', async () => {
    const before = await take();
    await rename(join(root, 'app/deep/page.tsx'), join(root, 'app/page.tsx'));
    expect(await take()).not.toBe(before);
  });

  it('does not look beside the places it is given', async () => {
    const before = await take();
    await writeFile(join(root, 'other'), 'x');
    expect(await take()).toBe(before);
  });
});
