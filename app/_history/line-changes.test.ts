import { expect, test } from 'vitest';
import { changedLines } from './line-changes.ts';

const signs = { same: ' ', added: '+', removed: '-' };
const drawn = (from: string, to: string) =>
  changedLines(from, to)?.map(({ kind, text }) => `${signs[kind]}${text}`);

test('what changed is shown with the lines around it', () => {
  const from = '1\n2\n3\n4\n5\n6\n7\n8\n9\n';
  expect(drawn(from, from.replace('5', 'five'))).toEqual([' 2', ' 3', ' 4', '-5', '+five', ' 6', ' 7', ' 8']);
});

test('the same text has no changes, with a last line end or without', () => {
  expect(drawn('a\nb', 'a\nb\n')).toEqual([]);
});

test('from nothing everything is added', () => {
  expect(drawn('', 'a')).toEqual(['+a']);
});
