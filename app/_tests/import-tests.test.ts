import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { importTests, parsePasted } from './import-tests.ts';

const named = (files: Record<string, string>) =>
  Object.entries(files).map(([name, text]) => new File([text], name));
const short = ({ name, stdin, expected }: { name: string; stdin: string; expected: string }) =>
  `${name}: ${stdin} -> ${expected}`;

test('files are paired by their names, in the order a person counts', async () => {
  const { tests, refused } = await importTests(
    named({ '10.in': 'x', '10.out': 'y', '2.in': 'a', '2.ans': 'b' }),
  );
  expect(tests.map(short)).toEqual(['2: a -> b', '10: x -> y']);
  expect(refused).toEqual([]);
});

test('what has no other half is told, and the rest is taken', async () => {
  const { tests, refused } = await importTests(
    named({ '1.in': 'a', '1.out': 'b', '2.in': 'c', '3.out': 'd', 'notes.md': '' }),
  );
  expect(tests).toHaveLength(1);
  expect(refused).toEqual([
    'notes.md: neither .in nor .out',
    '2.in: there is no 2.out',
    '3.out: there is no 3.in',
  ]);
});

test('an archive holds them too, in folders', async () => {
  const archive = zipSync({
    'cases/1.in': strToU8('a'),
    'cases/1.out': strToU8('b'),
    'read.me': strToU8('x'),
  });
  const { tests } = await importTests([new File([new Uint8Array(archive)], 'tests.zip')]);
  expect(tests.map(short)).toEqual(['1: a -> b']);
});

test('an archive that would grow beyond all tests is not unpacked', async () => {
  const archive = zipSync({ '1.in': new Uint8Array(64 * 1024 * 1024), '1.out': strToU8('b') });
  const { tests } = await importTests([new File([new Uint8Array(archive)], 'bomb.zip')]);
  expect(tests).toEqual([]);
});

test('pasted text is inputs and outputs by turns', () => {
  const { tests } = parsePasted('1 2\n---\n3\n---\n4 5\n---\n9\n');
  expect(tests.map(short)).toEqual([': 1 2\n -> 3\n', ': 4 5\n -> 9\n']);
  expect(parsePasted('1 2\n').refused).toHaveLength(1);
});
