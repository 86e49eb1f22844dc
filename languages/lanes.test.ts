import { expect, test } from 'vitest';
import { inLanes } from './lanes.ts';

test('each item has its turn once, begun in their order, a few at once', async () => {
  const begun: number[] = [];
  let now = 0;
  let most = 0;
  await inLanes([1, 2, 3, 4, 5, 6, 7], async (item) => {
    begun.push(item);
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, item % 3));
    now -= 1;
  });
  expect([begun, most]).toEqual([[1, 2, 3, 4, 5, 6, 7], 3]);
});

test('what goes wrong with one is not lost', async () => {
  const work = async (item: number) => {
    if (item === 2) throw new Error('two');
  };
  await expect(inLanes([1, 2, 3], work)).rejects.toThrow('two');
});
