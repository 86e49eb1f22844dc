import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packagesAreInstalled } from './packages.mjs';

const wanted = {
  '': { name: 'bugdrill' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/other-platform': { version: '1.0.0', optional: true },
};
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'bugdrill-packages-'));
  await mkdir(join(root, 'node_modules'));
  await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
});
afterEach(() => rm(root, { recursive: true }));

const install = (packages: object) =>
  writeFile(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));

describe('whether the packages are installed', () => {
  it('is no on a fresh clone', () => {
    expect(packagesAreInstalled(root)).toBe(false);
  });

  it('is yes when all are there that this platform needs', async () => {
    await install({ 'node_modules/a': { version: '1.0.0' } });
    expect(packagesAreInstalled(root)).toBe(true);
  });

  it('is no when a version differs', async () => {
    await install({ 'node_modules/a': { version: '1.0.1' } });
    expect(packagesAreInstalled(root)).toBe(false);
  });

  it('is no when one is missing, or one too many', async () => {
    await install({});
    expect(packagesAreInstalled(root)).toBe(false);
    await install({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } });
    expect(packagesAreInstalled(root)).toBe(false);
  });

  it('is no when npm was cut short while it wrote', async () => {
    await writeFile(join(root, 'node_modules/.package-lock.json'), '{"packages":');
    expect(packagesAreInstalled(root)).toBe(false);
  });
});
