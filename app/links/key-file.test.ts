import { beforeEach, expect, test } from 'vitest';
import { keepEditToken, keptLinks } from '../_share/edit-tokens.ts';
import { memoryStorage } from '../_share/test-api.ts';
import { importKeys, importWords, keyFile } from './key-file.ts';

const key = (sign: string) => sign.repeat(43);
const note = {
  title: '<img src=x onerror=alert(1)>',
  language: 'python',
  createdAt: '2026-05-03T00:00:00.000Z',
};
const file = (links: unknown) =>
  new File([JSON.stringify({ format: 'bugdrill-edit-keys', version: 1, links })], 'k.json');

beforeEach(() => {
  globalThis.localStorage = memoryStorage() as unknown as Storage;
});

test('edit keys go from one browser into another', async () => {
  keepEditToken('abcdefghij', key('a'), note);
  keepEditToken('bcdefghijk', key('b'));
  const exported = new File([keyFile(keptLinks())], 'k.json');
  const links = keptLinks();
  globalThis.localStorage = memoryStorage() as unknown as Storage;
  expect(keptLinks()).toEqual([]);
  expect(importWords(await importKeys(exported))).toBe('2 edit keys added.');
  expect(keptLinks()).toEqual(links);
  expect(importWords(await importKeys(exported))).toBe('0 edit keys added. 2 were here already.');
});

test('a forged file takes no right away: the key that is here stays', async () => {
  keepEditToken('abcdefghij', key('a'), note);
  const words = importWords(
    await importKeys(file([{ id: 'abcdefghij', editToken: key('x'), ...note, title: 'Forged' }])),
  );
  expect(words).toBe('0 edit keys added. 1 left out, since this browser has another key for the link.');
  expect(keptLinks()).toEqual([{ id: 'abcdefghij', editToken: key('a'), note }]);
});

test.each([
  ['nothing', ''],
  ['no JSON', '{"format"'],
  ['an export of everything', '{"format":"bugdrill","links":[]}'],
  ['links that are no list', '{"format":"bugdrill-edit-keys","links":{"length":1}}'],
  ['null', 'null'],
])('%s is refused in words', async (_, text) => {
  expect(importWords(await importKeys(new File([text], 'k.json')))).toBe(
    'This file holds no edit keys of Bugdrill.',
  );
});

test.each([
  { id: '../../evil', editToken: key('a') },
  { id: '__proto__', editToken: key('a') },
  { id: 'abcdefghij', editToken: 7 },
  { id: 'abcdefghij', editToken: 'a b\r\nX-Injected: 1' },
  { id: 'abcdefghij', editToken: 'a'.repeat(5000) },
  { id: 'abcdefghij.note', editToken: key('a') },
  null,
  'abcdefghij',
])('an entry that is no link with its key is left out: %j', async (entry) => {
  const good = { id: 'bcdefghijk', editToken: key('b') };
  const words = importWords(await importKeys(file([entry, good])));
  expect(words).toBe('1 edit key added. 1 entry of the file made no sense.');
  expect(Object.keys(localStorage)).toEqual(['bugdrill.edit.bcdefghijk']);
});

test('what a file says of a link is bounded, and none of it where it makes no sense', async () => {
  const long = { id: 'abcdefghij', editToken: key('a'), ...note, title: 'x'.repeat(10_000) };
  const wrong = { id: 'bcdefghijk', editToken: key('b'), ...note, createdAt: 'yesterday' };
  await importKeys(file([long, wrong]));
  expect(keptLinks().map((link) => link.note?.title.length)).toEqual([80, undefined]);
});

test('a file that is too large, or of too many links, is refused', async () => {
  const huge = { size: 5 * 1024 * 1024, text: () => Promise.reject(new Error('It was read.')) };
  expect(await importKeys(huge)).toMatchObject({ ok: false });
  expect(await importKeys(file(Array.from({ length: 10_001 }, () => 0)))).toMatchObject({ ok: false });
  expect(keptLinks()).toEqual([]);
});
