import { expect, it } from 'vitest';
import { placeFinder } from './mentioned-places.ts';

const find = placeFinder(['main.py', 'lib/util.c', 'a(1).d']);
const said = (text: string) =>
  find(text).map(({ from, to, ...place }) => ({ ...place, text: text.slice(from, to) }));

it.each([
  ['  File "/work/main.py", line 9, in main', { path: 'main.py', line: 9, text: 'main.py", line 9' }],
  ['lib/util.c:4:13: error', { path: 'lib/util.c', line: 4, column: 13, text: 'lib/util.c:4:13' }],
  ['\tat f(main.py:7)', { path: 'main.py', line: 7, text: 'main.py:7' }],
  ['a(1).d(3,5): Error', { path: 'a(1).d', line: 3, column: 5, text: 'a(1).d(3,5)' }],
])('finds the place in %j', (text, place) => {
  expect(said(text)).toEqual([place]);
});

it('finds every place of a text, in order', () => {
  expect(find('main.py:1 calls main.py:2').map(({ line }) => line)).toEqual([1, 2]);
});

it.each(['domain.py:3', 'mainXpy:3', 'other.py:3', 'main.py', 'main.py: 3', 'util.c:4'])(
  'finds nothing in %j',
  (text) => {
    expect(find(text)).toEqual([]);
  },
);
