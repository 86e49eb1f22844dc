import { expect, test } from 'vitest';
import { allot, Demand } from './demand.ts';

const minute = 60_000;
const plenty = { each: 8, all: 100 };

/** Taken so often for five minutes, ending at the time 0. */
function steady(perSecond: number, makeMs: number): Demand {
  const demand = new Demand();
  demand.made(makeMs);
  for (let at = -5 * minute; at <= 0; at += 1000 / perSecond) demand.take(at);
  return demand;
}

test.each([0.1, 1, 10])('what is taken %d times a second is known to be', (perSecond) => {
  const known = steady(perSecond, 300).perSecond(0);
  expect(known).toBeGreaterThan(perSecond * 0.9);
  expect(known).toBeLessThan(perSecond * 1.1);
});

test('a demand that ended is half forgotten after a minute, and nothing is wanted any more after ten', () => {
  const demand = steady(4, 300);
  expect(demand.perSecond(minute)).toBeCloseTo(demand.perSecond(0) / 2);
  expect(demand.wanted(10 * minute)).toBe(0);
});

test('the more often one is taken and the longer one takes to make, up to a second, the more are wanted', () => {
  const wanted = [steady(0.02, 300), steady(1, 300), steady(4, 300), steady(4, 2_000)].map((demand) =>
    demand.wanted(0),
  );
  expect(wanted).toEqual([0, 1, 3, 8]);
});

test('a target is given up only when the demand has clearly fallen', () => {
  const demand = steady(4, 300);
  const fell = (halves: number) => demand.wanted(halves * minute, 3);
  expect([fell(0), fell(1), fell(2), fell(10)]).toEqual([3, 3, 2, 0]);
  expect(demand.wanted(minute)).toBe(2);
});

test('the time that a make takes follows what the last ones took', () => {
  const demand = steady(4, 300);
  for (let count = 0; count < 20; count += 1) demand.made(2_000);
  expect(demand.wanted(0)).toBeGreaterThan(7);
});

test('each gets what it wants, and its floor when that is more', () => {
  const wishes = [
    { floor: 2, wanted: 0, perSecond: 0, weight: 1 },
    { floor: 1, wanted: 5, perSecond: 3, weight: 1 },
    { floor: 0, wanted: 0, perSecond: 9, weight: 1 },
  ];
  expect(allot(wishes, plenty)).toEqual([2, 5, 0]);
});

test('nobody gets more than the bound of each', () => {
  expect(allot([{ floor: 9, wanted: 20, perSecond: 1, weight: 1 }], { each: 4, all: 100 })).toEqual([4]);
});

test('where there is not enough for all, floors go first, and what is most demanded before the rest', () => {
  const wishes = [
    { floor: 1, wanted: 1, perSecond: 0.1, weight: 1 },
    { floor: 1, wanted: 6, perSecond: 2, weight: 1 },
    { floor: 1, wanted: 6, perSecond: 5, weight: 1 },
    { floor: 1, wanted: 0, perSecond: 0, weight: 1 },
  ];
  expect(allot(wishes, { each: 8, all: 3 })).toEqual([1, 1, 1, 0]);
  expect(allot(wishes, { each: 8, all: 10 })).toEqual([1, 2, 6, 1]);
  expect(allot(wishes, { each: 8, all: 0 })).toEqual([0, 0, 0, 0]);
});

test('one that weighs more takes more of what is shared out, and is left out where it no longer fits', () => {
  const wishes = [
    { floor: 1, wanted: 3, perSecond: 9, weight: 4 },
    { floor: 1, wanted: 3, perSecond: 1, weight: 1 },
  ];
  expect(allot(wishes, { each: 8, all: 20 })).toEqual([3, 3]);
  expect(allot(wishes, { each: 8, all: 10 })).toEqual([2, 2]);
  expect(allot(wishes, { each: 8, all: 3 })).toEqual([0, 3]);
});
