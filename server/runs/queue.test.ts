import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Place } from './place.ts';
import { RunQueue } from './queue.ts';
import { RunQuota } from './quota.ts';
import { RunRates } from './run-rates.ts';
import { Stop } from './stop.ts';

/** Reads a place's positions into an array as they are told. */
function watch(place: Place, stop = new Stop()) {
  const told: number[] = [];
  const done = (async () => {
    for await (const position of place.positions(stop.signal)) told.push(position);
  })();
  return { told, done, stop };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('runs within the width get their turn at once and are told no position', async () => {
  const queue = new RunQueue({ width: 2, capacity: 4 });
  const watched = watch(queue.enter('ann'));
  await watched.done;
  expect(watched.told).toEqual([]);
});

test('runs beyond the width wait, and are told each position as it changes', async () => {
  const queue = new RunQueue({ width: 1, capacity: 4 });
  const running = queue.enter('ann');
  const second = queue.enter('ann');
  const third = watch(queue.enter('ann'));
  await settled();
  expect(third.told).toEqual([2]);
  running[Symbol.dispose]();
  await settled();
  expect(second.hasTurn).toBe(true);
  expect(third.told).toEqual([2, 1]);
  second[Symbol.dispose]();
  await third.done;
});

test('a turn is handed to the next waiter, so that no newcomer slips in between', () => {
  const queue = new RunQueue({ width: 1, capacity: 4 });
  const running = queue.enter('ann');
  const waiter = queue.enter('ann');
  running[Symbol.dispose]();
  const newcomer = queue.enter('bob');
  expect(waiter.hasTurn).toBe(true);
  expect(newcomer.hasTurn).toBe(false);
});

test('one client’s hundred runs do not keep another’s one waiting', () => {
  const queue = new RunQueue({ width: 1, capacity: 200 });
  const running = queue.enter('greedy');
  const hundred = Array.from({ length: 100 }, () => queue.enter('greedy'));
  const modest = queue.enter('modest');
  running[Symbol.dispose]();
  hundred[0]?.[Symbol.dispose]();
  expect(modest.hasTurn).toBe(true);
});

test('a waiter that leaves frees its place, and those behind it move up', async () => {
  const queue = new RunQueue({ width: 1, capacity: 4 });
  queue.enter('ann');
  const leaver = queue.enter('bob');
  const last = watch(queue.enter('cas'));
  leaver[Symbol.dispose]();
  await settled();
  expect(last.told.at(-1)).toBe(1);
  expect(queue.status().waiting).toBe(1);
});

test('a stopped waiter ends its wait without a turn', async () => {
  const queue = new RunQueue({ width: 1, capacity: 4 });
  queue.enter('ann');
  const place = queue.enter('bob');
  const waiting = watch(place);
  waiting.stop.because('stopped');
  await waiting.done;
  expect(place.hasTurn).toBe(false);
});

test('beyond its capacity the queue refuses at once and says when to come back', () => {
  const queue = new RunQueue({ width: 1, capacity: 1 });
  queue.enter('ann');
  queue.enter('ann');
  expect(() => queue.enter('bob')).toThrow(
    expect.objectContaining({
      problem: expect.objectContaining({ code: 'queue_full', retryAfter: expect.any(Number) }),
    }),
  );
});

test('a place given back twice counts once', () => {
  const queue = new RunQueue({ width: 1, capacity: 4 });
  const place = queue.enter('ann');
  place[Symbol.dispose]();
  place[Symbol.dispose]();
  expect(queue.status().running).toBe(0);
});

test('closing sends everybody away who waits, and refuses newcomers', async () => {
  const queue = new RunQueue({ width: 1, capacity: 4 });
  queue.enter('ann');
  const place = queue.enter('bob');
  const waiting = watch(place);
  queue.close();
  await waiting.done;
  expect(place.hasTurn).toBe(false);
  expect(() => queue.enter('cas')).toThrow('stopping');
});

describe('beyond the width', () => {
  const narrow = { width: 1, capacity: 9, trialMs: 100 };
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  const standings = (places: readonly Place[]) => places.map((place) => place.standing);

  test('one run at a time is on trial, and is set aside when that was not enough', () => {
    const queue = new RunQueue({ ...narrow, asideMax: 3 });
    const places = ['ann', 'bob', 'cas', 'dan', 'eve'].map((client) => queue.enter(client));
    expect(standings(places)).toEqual(['turn', 'trial', 'waiting', 'waiting', 'waiting']);
    for (const place of places) {
      place.begin();
      vi.advanceTimersByTime(100);
    }
    expect(standings(places)).toEqual(['turn', 'aside', 'aside', 'aside', 'waiting']);
    expect(queue.status()).toMatchObject({ running: 4, waiting: 1 });
  });

  test('a trial lasts from the begin of its first step, however long that had to wait for its sandbox', () => {
    const queue = new RunQueue({ ...narrow, asideMax: 3 });
    const places = ['ann', 'bob'].map((client) => queue.enter(client));
    vi.advanceTimersByTime(1_000);
    expect(standings(places)).toEqual(['turn', 'trial']);
    for (const place of places) place.begin();
    vi.advanceTimersByTime(99);
    expect(standings(places)).toEqual(['turn', 'trial']);
    vi.advanceTimersByTime(1);
    expect(standings(places)).toEqual(['turn', 'aside']);
  });

  test('a turn that becomes free goes to who has been aside longest, then to the trial, then to the line', () => {
    const queue = new RunQueue({ ...narrow, asideMax: 3 });
    const [ann, bob, cas, dan] = ['ann', 'bob', 'cas', 'dan'].map((client) => queue.enter(client)) as [
      Place,
      Place,
      Place,
      Place,
    ];
    bob.begin();
    vi.advanceTimersByTime(100);
    expect(standings([ann, bob, cas, dan])).toEqual(['turn', 'aside', 'trial', 'waiting']);
    const seen: string[] = [];
    using _following = bob.follow((standing) => seen.push(standing));
    ann[Symbol.dispose]();
    expect(standings([bob, cas, dan])).toEqual(['turn', 'trial', 'waiting']);
    expect(seen).toEqual(['turn']);
    bob[Symbol.dispose]();
    expect(standings([cas, dan])).toEqual(['turn', 'trial']);
  });

  test('a run that ends on trial makes room for the next one', () => {
    const queue = new RunQueue({ ...narrow, asideMax: 1 });
    const [, bob, cas] = ['ann', 'bob', 'cas'].map((client) => queue.enter(client));
    bob?.begin();
    bob?.[Symbol.dispose]();
    vi.advanceTimersByTime(1_000);
    expect(cas?.standing).toBe('trial');
  });
});

test('whatever comes and goes, turns never exceed the width and everybody who stays gets one', () => {
  const queue = new RunQueue({ width: 3, capacity: 1000 });
  let seed = 42;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return (seed >> 16) % below;
  };
  const places: Place[] = [];
  for (let round = 0; round < 2000; round += 1) {
    if (random(2) === 0 || places.length === 0) places.push(queue.enter(`client ${random(7)}`));
    else places.splice(random(places.length), 1)[0]?.[Symbol.dispose]();
    const holding = places.filter((place) => place.hasTurn).length;
    expect(holding).toBe(Math.min(3, places.length));
    expect(queue.status()).toMatchObject({ running: holding, waiting: places.length - holding });
  }
});

test('one client has half of the places at most, so that another finds one', () => {
  const queue = new RunQueue({ width: 1, capacity: 4 });
  for (let run = 0; run < 3; run += 1) queue.enter('greedy');
  expect(() => queue.enter('greedy')).toThrow(
    expect.objectContaining({
      problem: expect.objectContaining({ code: 'rate_limited', retryAfter: expect.any(Number) }),
    }),
  );
  queue.enter('another');
  expect(queue.status().waiting).toBe(3);
});

test('one who needs no turn counts as often as any other', () => {
  const rates = new RunRates({ runsPerMinute: 2, burst: 2 });
  const queue = new RunQueue({ width: 1, capacity: 4 }, new RunQuota({ rates, maxRunsPerClient: 9 }));
  queue.admit('ann');
  queue.enter('ann');
  expect(() => queue.admit('ann')).toThrow('runs a minute');
  queue.admit('bob');
});
