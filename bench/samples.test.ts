import { expect, test } from 'vitest';
import { percentile, Samples } from './samples.ts';

test('a percentile is the smallest value that the share of the values does not exceed', () => {
  const values = [30, 10, 20, 40];
  expect([0, 0.25, 0.5, 0.51, 0.95, 1].map((share) => percentile(values, share))).toEqual([
    10, 10, 20, 30, 40, 40,
  ]);
});

test('nothing has no percentile', () => {
  expect(percentile([], 0.5)).toBeNaN();
});

test('the p50 is the middle of the sets, whose lowest and highest are told; one wild set does not move it', () => {
  const samples = new Samples();
  for (const set of [
    [1, 2, 3],
    [3, 4, 5],
    [900, 901, 902],
  ]) {
    for (const ms of set) samples.add(ms);
    samples.nextSet();
  }
  expect(samples.times).toMatchObject({ p50: 4, low: 2, high: 901, p99: 902, count: 9, errors: 0 });
});

test('a run that goes wrong is an error with its reason, and no time', async () => {
  const samples = new Samples();
  await samples.take(async () => {
    throw new Error('refused');
  });
  await samples.take(async () => undefined);
  samples.fail('another');
  expect(samples.times).toMatchObject({ count: 1, errors: 2, error: 'refused' });
});
