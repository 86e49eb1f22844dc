import { expect, it } from 'vitest';
import { isSwipeBack } from './swipe.ts';

const from = { x: 100, y: 400, at: 1_000 };

it.each([
  ['a quick stroke to the right', { x: 260, y: 410, at: 1_200 }, true],
  ['a stroke to the left', { x: 20, y: 400, at: 1_200 }, false],
  ['a tap', { x: 104, y: 401, at: 1_050 }, false],
  ['scrolling', { x: 190, y: 700, at: 1_200 }, false],
  ['a slow drag', { x: 260, y: 400, at: 2_000 }, false],
])('%s', (_, to, isBack) => {
  expect(isSwipeBack(from, to)).toBe(isBack);
});
