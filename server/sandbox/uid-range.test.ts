import { expect, test } from 'vitest';
import { UidRange } from './uid-range.ts';

test('no two holders have the same user id, and all of the range is used', () => {
  const range = new UidRange(20_000, 8);
  const uids = Array.from({ length: 8 }, () => range.take().uid);
  expect(uids.toSorted()).toEqual([20_000, 20_001, 20_002, 20_003, 20_004, 20_005, 20_006, 20_007]);
});

test('a taker beyond the range is refused, and served again when one was given back', () => {
  const range = new UidRange(20_000, 2);
  const held = range.take();
  range.take();
  expect(() => range.take()).toThrow('All 2 user ids');
  held[Symbol.dispose]();
  expect(range.take().uid).toBe(held.uid);
});

test('a user id that was given back is the last to be used again', () => {
  const range = new UidRange(20_000, 4);
  const first = range.take();
  first[Symbol.dispose]();
  const next = Array.from({ length: 3 }, () => range.take().uid);
  expect(next).not.toContain(first.uid);
  expect(range.take().uid).toBe(first.uid);
});

test('giving back twice does not free the id of the next holder', () => {
  const range = new UidRange(20_000, 1);
  const first = range.take();
  first[Symbol.dispose]();
  range.take();
  first[Symbol.dispose]();
  expect(() => range.take()).toThrow('All 1 user ids');
});
