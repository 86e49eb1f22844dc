import { expect, test } from 'vitest';
import { LoadGauge } from './load.ts';

test('a closed loop has never more runs at once than clients, and counts each of them', async () => {
  let now = 0;
  let most = 0;
  let runs = 0;
  const gauge = new LoadGauge(3, async () => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setImmediate(resolve));
    now -= 1;
    runs += 1;
  });
  await gauge.closedLoop(30);
  await gauge.closedLoop(30);
  expect(most).toBe(3);
  expect(gauge.load.clients).toBe(3);
  expect(gauge.load.times).toMatchObject({ count: runs, errors: 0 });
  expect(gauge.load.runsPerSecond).toBeGreaterThan(0);
});

test('runs that go wrong are errors, and no part of the rate', async () => {
  const gauge = new LoadGauge(2, () => Promise.reject(new Error('busy')));
  await gauge.closedLoop(1);
  expect(gauge.load.runsPerSecond).toBe(0);
  expect(gauge.load.times).toMatchObject({ count: 0, errors: 2, error: 'busy' });
});

test('in an open loop a run that was due and had to wait has waited: its time counts from then', async () => {
  const gauge = new LoadGauge(1, () => new Promise((resolve) => setTimeout(resolve, 60)));
  // Due at 0, 20, 40 and 60 ms, by one client that is busy for 60 ms each time.
  await gauge.openLoop(50, 80);
  const { count, p99 } = gauge.load.times;
  expect(count).toBe(4);
  expect(p99).toBeGreaterThan(150);
});

test('an open loop of several clients sends what was asked, by all of them', async () => {
  const byClient = [0, 0, 0, 0];
  const gauge = new LoadGauge(4, async (client) => {
    byClient[client] = (byClient[client] ?? 0) + 1;
  });
  await gauge.openLoop(200, 100);
  expect(byClient).toEqual([5, 5, 5, 5]);
});
