import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readInstanceId } from './instance-id.ts';

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'instance-id-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('a data folder keeps its id, and each has its own', async () => {
  const folder = await emptyFolder();
  const id = await readInstanceId(join(folder, 'not', 'there', 'yet'));
  expect(id).toMatch(/^[0-9a-f]{16}$/);
  expect(await readInstanceId(join(folder, 'not', 'there', 'yet'))).toBe(id);
  expect(await readInstanceId(join(folder, 'other'))).not.toBe(id);
});

test('servers that start at once agree on one id and leave no drafts', async () => {
  const folder = await emptyFolder();
  const ids = await Promise.all(Array.from({ length: 16 }, () => readInstanceId(folder)));
  expect(new Set(ids).size).toBe(1);
  expect(await readdir(folder)).toEqual(['instance-id']);
});

test('a damaged id is not replaced in silence', async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, 'instance-id'), '');
  await expect(readInstanceId(folder)).rejects.toThrow(/instance-id should hold 16 hexadecimal digits/);
});
