import { expect, test } from 'vitest';
import { extended, linesText, parseLines } from './line-range.ts';

test.each([
  ['10', { from: 10, to: 10 }],
  ['10-14', { from: 10, to: 14 }],
  ['1-20', { from: 1, to: 20 }],
  ['19-9999999', { from: 19, to: 20 }],
])('%s points to lines', (text, range) => {
  expect(parseLines(text, 20)).toEqual(range);
});

test.each([
  '',
  '0',
  '-1',
  '14-10',
  '999999999-1',
  '1-999999999',
  '21',
  '1e1',
  '1-',
  '1-2-3',
  ' 1',
  '0x1',
  'NaN',
  '１',
  '<script>',
  '1\n',
])('%j points to nothing', (text) => {
  expect(parseLines(text, 20)).toBeUndefined();
});

test('what is said twice points to nothing', () => {
  expect(parseLines(['1', '2'], 20)).toBeUndefined();
  expect(parseLines(undefined, 20)).toBeUndefined();
});

test('a second line extends the first, in either direction', () => {
  const first = extended(undefined, 5);
  expect([first, extended(first, 9), extended(first, 2)].map(linesText)).toEqual(['5', '5-9', '2-5']);
});
