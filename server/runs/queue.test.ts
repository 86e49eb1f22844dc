import { expect, test } from 'vitest';
import { type Place, RunQueue } from './queue.ts';
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
  const queue = new RunQueue(2, 4);
  const watched = watch(queue.enter('ann'));
  await watched.done;
  expect(watched.told).toEqual([]);
});

test('runs beyond the width wait, and are told each position as it changes', async () => {
  const queue = new RunQueue(1, 4);
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
  const queue = new RunQueue(1, 4);
  const running = queue.enter('ann');
  const waiter = queue.enter('ann');
  running[Symbol.dispose]();
  const newcomer = queue.enter('bob');
  expect(waiter.hasTurn).toBe(true);
  expect(newcomer.hasTurn).toBe(false);
});

test('one client’s hundred runs do not keep another’s one waiting', () => {
  const queue = new RunQueue(1, 200);
  const running = queue.enter('greedy');
  const hundred = Array.from({ length: 100 }, () => queue.enter('greedy'));
  const modest = queue.enter('modest');
  running[Symbol.dispose]();
  hundred[0]?.[Symbol.dispose]();
  expect(modest.hasTurn).toBe(true);
});

test('a waiter that leaves frees its place, and those behind it move up', async () => {
  const queue = new RunQueue(1, 4);
  queue.enter('ann');
  const leaver = queue.enter('bob');
  const last = watch(queue.enter('cas'));
  leaver[Symbol.dispose]();
  await settled();
  expect(last.told.at(-1)).toBe(1);
  expect(queue.status().waiting).toBe(1);
});

test('a stopped waiter ends its wait without a turn', async () => {
  const queue = new RunQueue(1, 4);
  queue.enter('ann');
  const place = queue.enter('bob');
  const waiting = watch(place);
  waiting.stop.because('stopped');
  await waiting.done;
  expect(place.hasTurn).toBe(false);
});

test('beyond its capacity the queue refuses at once and says when to come back', () => {
  const queue = new RunQueue(1, 1);
  queue.enter('ann');
  queue.enter('ann');
  expect(() => queue.enter('bob')).toThrow(
    expect.objectContaining({
      problem: expect.objectContaining({ code: 'queue_full', retryAfter: expect.any(Number) }),
    }),
  );
});

test('a place given back twice counts once', () => {
  const queue = new RunQueue(1, 4);
  const place = queue.enter('ann');
  place[Symbol.dispose]();
  place[Symbol.dispose]();
  expect(queue.status().running).toBe(0);
});

test('closing sends everybody away who waits, and refuses newcomers', async () => {
  const queue = new RunQueue(1, 4);
  queue.enter('ann');
  const place = queue.enter('bob');
  const waiting = watch(place);
  queue.close();
  await waiting.done;
  expect(place.hasTurn).toBe(false);
  expect(() => queue.enter('cas')).toThrow('stopping');
});

test('whatever comes and goes, turns never exceed the width and everybody who stays gets one', () => {
  const queue = new RunQueue(3, 1000);
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
