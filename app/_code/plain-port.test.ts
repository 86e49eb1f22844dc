import { expect, it } from 'vitest';
import { offsetIn } from './plain-port.ts';

it.each([
  [1, 1, 0],
  [2, 1, 4],
  [2, 3, 6],
  [2, 99, 7],
  [99, 2, 9],
  [0, 0, 0],
])('line %i, column %i of a text is its character %i', (line, column, offset) => {
  expect(offsetIn('one\ntwo\n4', line, column)).toBe(offset);
});
