import { expect, test } from 'vitest';
import { RunQueue } from './queue.ts';
import { RunQuota } from './quota.ts';
import { RunRefused } from './refused.ts';
import { RunRates } from './run-rates.ts';

function refusalOf(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof RunRefused) return error.problem;
    throw error;
  }
  return undefined;
}

let now = 0;
const clock = () => now;
const rates = (own?: (client: string) => number | undefined) =>
  new RunRates({ runsPerMinute: 60, burst: 3, ...(own ? { ownRunsPerMinute: own } : {}) }, clock);

test('a burst is let through, then one run a second, and the refusal says when to come back', () => {
  now = 0;
  const limit = rates();
  for (let run = 0; run < 3; run += 1) limit.spend('ann');
  expect(refusalOf(() => limit.spend('ann'))).toMatchObject({ code: 'rate_limited', retryAfter: 1 });
  now = 999;
  expect(refusalOf(() => limit.spend('ann'))).toBeDefined();
  now = 1000;
  limit.spend('ann');
  expect(refusalOf(() => limit.spend('ann'))).toBeDefined();
});

test('a pause gives back no more than the burst', () => {
  now = 0;
  const limit = rates();
  limit.spend('ann');
  now = 3_600_000;
  for (let run = 0; run < 3; run += 1) limit.spend('ann');
  expect(refusalOf(() => limit.spend('ann'))).toBeDefined();
});

test.each([1, 7, 11, 60, 977])('at %i a minute a full bucket always holds what it says', (runsPerMinute) => {
  for (let moment = 0; moment < 2000; moment += 1) {
    now = moment * 1.234567891;
    const limit = new RunRates({ runsPerMinute, burst: 5 }, clock);
    for (let left = limit.standing('ann')?.remaining ?? 0; left > 0; left -= 1) {
      expect(limit.standing('ann')?.remaining).toBe(left);
      limit.spend('ann');
    }
    expect(refusalOf(() => limit.spend('ann'))).toBeDefined();
  }
});

test('one client’s haste is not another’s, and asking in vain costs nothing', () => {
  now = 0;
  const limit = rates();
  for (let run = 0; run < 3; run += 1) limit.spend('ann');
  for (let run = 0; run < 100; run += 1) refusalOf(() => limit.spend('ann'));
  limit.spend('bob');
  now = 1000;
  limit.spend('ann');
});

test('a client sees how it stands', () => {
  now = 0;
  const limit = rates();
  expect(limit.standing('ann')).toEqual({ burst: 3, windowSeconds: 3, remaining: 3, resetSeconds: 0 });
  limit.spend('ann');
  limit.spend('ann');
  now = 500;
  expect(limit.standing('ann')).toEqual({ burst: 3, windowSeconds: 3, remaining: 1, resetSeconds: 2 });
});

test('a key may have a limit of its own, or none', () => {
  now = 0;
  const limit = rates((client) => ({ 'key:slow': 1, 'key:free': 0 })[client]);
  limit.spend('key:slow');
  expect(refusalOf(() => limit.spend('key:slow'))).toMatchObject({ retryAfter: 60 });
  for (let run = 0; run < 1000; run += 1) limit.spend('key:free');
  expect(limit.standing('key:free')).toBeUndefined();
});

test('a million clients are not remembered', () => {
  now = 0;
  const limit = rates();
  for (let client = 0; client < 200_000; client += 1) limit.spend(`address:${client}`);
  expect(limit['fullAt'].size).toBeLessThanOrEqual(50_000);
  now = 60_000;
  limit.spend('ann');
  expect(limit['fullAt'].size).toBe(1);
});

test('a client has so many runs under way at once, those that wait included, and each end gives one back', () => {
  const free = new RunRates({ runsPerMinute: 0, burst: 1 });
  const queue = new RunQueue({ width: 1, capacity: 10 }, new RunQuota({ rates: free, maxRunsPerClient: 2 }));
  const first = queue.enter('ann');
  queue.enter('ann');
  expect(refusalOf(() => queue.enter('ann'))).toMatchObject({ code: 'rate_limited', retryAfter: 2 });
  const bob = queue.enter('bob');
  first[Symbol.dispose]();
  first[Symbol.dispose]();
  const again = queue.enter('ann');
  expect(refusalOf(() => queue.enter('ann'))).toBeDefined();
  bob[Symbol.dispose]();
  again[Symbol.dispose]();
  queue.enter('ann');
});

test('a run that the full queue turns away costs its client nothing', () => {
  now = 0;
  const limit = rates();
  const queue = new RunQueue({ width: 1, capacity: 0 }, new RunQuota({ rates: limit, maxRunsPerClient: 9 }));
  queue.enter('bob');
  for (let run = 0; run < 5; run += 1)
    expect(refusalOf(() => queue.enter('ann'))).toMatchObject({ code: 'queue_full' });
  expect(limit.standing('ann')?.remaining).toBe(3);
});
