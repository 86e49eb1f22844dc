import { expect, test } from 'vitest';
import { readTable } from './csv.ts';

test.each([
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,"b,\n""c"""\r\n1,',
    [
      ['a', 'b,\n"c"'],
      ['1', ''],
    ],
  ],
  ['', []],
  ['a', [['a']]],
  ['a\n\nb', [['a'], [''], ['b']]],
  ['a\n"never closed', [['a']]],
])('%j', (text, rows) => {
  expect(readTable(text, 10)).toEqual(rows);
});

test('no more rows are read than are asked for', () => {
  expect(readTable('1\n'.repeat(1000), 3)).toEqual([['1'], ['1'], ['1']]);
});
