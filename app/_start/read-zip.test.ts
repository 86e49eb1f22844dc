import { strToU8, type Zippable, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readZip } from './read-zip.ts';

const zip = (files: Zippable) => new Blob([new Uint8Array(zipSync(files))]);
const paths = (read: Awaited<ReturnType<typeof readZip>>) =>
  read.ok ? read.files.map(({ path }) => path) : read.words;

test('files come out as they went in, text or not, out of the folder that all are in', async () => {
  const read = await readZip(
    zip({ project: { 'main.py': strToU8('é'), lib: { 'a.bin': new Uint8Array([255, 0]) } } }),
  );
  expect(read).toEqual({
    ok: true,
    refused: [],
    files: [
      { path: 'main.py', content: 'é', encoding: 'utf8' },
      { path: 'lib/a.bin', content: '/wA=', encoding: 'base64' },
    ],
  });
});

test('stored files, folders and what file managers leave are no trouble', async () => {
  const read = await readZip(
    zip({
      'a/': new Uint8Array(),
      'a/__init__.py': new Uint8Array(),
      'a/b.py': [strToU8('1'), { level: 0 }],
      '__MACOSX/a/._b.py': strToU8('x'),
      'a/.DS_Store': strToU8('x'),
    }),
  );
  expect(paths(read)).toEqual(['__init__.py', 'b.py']);
});

test.each([
  '../../etc/passwd',
  '/etc/passwd',
  'a/../../b',
  'C:\\a',
  'a\u0000b',
  'a//b',
  `${'x/'.repeat(150)}y`,
])('a file that would be called %j is left out, and told', async (name) => {
  const read = await readZip(zip({ [name]: strToU8('bad'), 'main.py': strToU8('good') }));
  expect(paths(read)).toEqual(['main.py']);
  expect(read).toMatchObject({ refused: [expect.stringContaining(name.slice(0, 20))] });
});

test('a file and a folder of one name, or two files, cannot both be there', async () => {
  expect(paths(await readZip(zip({ a: strToU8('1'), 'a/b': strToU8('2') })))).toEqual(['a']);
});

test('what would grow beyond a snippet is not unpacked to its end, whatever it says of its size', async () => {
  const bomb = zipSync({ 'main.py': new Uint8Array(48 * 1024 * 1024) });
  for (const at of [22, bomb.length - 22 - 46 - 7 + 24]) new DataView(bomb.buffer).setUint32(at, 10, true);
  const before = process.memoryUsage().arrayBuffers;
  expect(await readZip(new Blob([new Uint8Array(bomb)]))).toMatchObject({
    ok: false,
    words: expect.stringContaining('more than'),
  });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(24 * 1024 * 1024);
});

test('too many files, an archive that is too large, one that was cut off and one that is none are refused', async () => {
  const many = Object.fromEntries(Array.from({ length: 66 }, (_, index) => [`${index}.py`, strToU8('1')]));
  expect(await readZip(zip(many))).toMatchObject({ ok: false, words: expect.stringContaining('more than') });
  expect(await readZip(new Blob([new Uint8Array(5 * 1024 * 1024)]))).toMatchObject({ ok: false });
  const whole = zip({ 'main.py': strToU8('print(1)\n'.repeat(1000) + Math.random()) });
  expect(await readZip(whole.slice(0, 60))).toMatchObject({ ok: false });
  expect(await readZip(new Blob(['no zip']))).toMatchObject({ ok: false });
  expect(await readZip(new Blob([]))).toMatchObject({ ok: false });
});
