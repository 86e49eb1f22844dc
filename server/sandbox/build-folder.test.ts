import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BuildFolder, buildInputs } from './build-folder.ts';

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'bugdrill-build-'));
});
afterEach(() => rm(place, { recursive: true }));

async function languageFolder(): Promise<string> {
  const folder = join(place, 'language');
  for (const path of ['image/deep', 'conformance/image'])
    await mkdir(join(folder, path), { recursive: true });
  const files = ['Dockerfile', 'manifest.json', 'hello.c', 'image/a', 'image/deep/b', 'conformance/image/c'];
  for (const file of files) await writeFile(join(folder, file), file);
  return folder;
}

test('an image is made of the Dockerfile and of image/, and of nothing else in the folder', async () => {
  expect(await buildInputs(await languageFolder())).toEqual(['Dockerfile', 'image/a', 'image/deep/b']);
});

test('a build folder holds what was added, and is gone after use', async () => {
  const source = await languageFolder();
  {
    await using folder = await BuildFolder.make(place, 'fake');
    await folder.addFolder(source);
    await folder.addFile('package.tgz', 'packed');
    expect((await folder.context()).src.toSorted()).toEqual(['Dockerfile', 'image', 'package.tgz']);
    expect(await readFile(join(folder.path, 'image/deep/b'), 'utf8')).toBe('image/deep/b');
  }
  expect(await readdir(join(place, 'build'))).toEqual([]);
});

test('what a server that died left in its place is not in the next build', async () => {
  const left = await BuildFolder.make(place, 'fake');
  await left.addFile('old', '');
  await using folder = await BuildFolder.make(place, 'fake');
  expect((await folder.context()).src).toEqual([]);
});
