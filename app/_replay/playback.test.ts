import { describe, expect, test } from 'vitest';
import type { RunEvent } from '#protocol/run-event.ts';
import { type Clock, Playback } from './playback.ts';
import { type Timeline, timelineOf } from './timeline.ts';

const printed = (at: number, data: string, stream: 'stdout' | 'stderr' = 'stdout'): RunEvent => ({
  type: 'output',
  stream,
  data,
  at,
});
const ended = (wallMs: number): RunEvent => ({
  type: 'finished',
  outcome: { kind: 'ok', exitCode: 0 },
  phase: 'run',
  wallMs,
  cpuMs: 1,
  memoryBytes: 1,
  facts: [],
});

/** A clock that is moved by hand; its timers come late by as much as it is told, as those of browsers do. */
class HandClock implements Clock {
  private time = 1_000_000;
  private timers: { readonly due: number; readonly wake: () => void }[] = [];

  constructor(private readonly lateMs = 0) {}

  readonly now = () => this.time;

  after(ms: number, wake: () => void): () => void {
    const timer = { due: this.time + ms + this.lateMs, wake };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  pass(ms: number): void {
    const end = this.time + ms;
    for (let next = this.first(end); next; next = this.first(end)) {
      this.timers = this.timers.filter((other) => other !== next);
      this.time = Math.max(this.time, next.due);
      next.wake();
    }
    this.time = end;
  }

  get waiting(): number {
    return this.timers.length;
  }

  private first(end: number) {
    return this.timers.toSorted((one, other) => one.due - other.due).find(({ due }) => due <= end);
  }
}

function staged(timeline: Timeline, lateMs = 0) {
  const clock = new HandClock(lateMs);
  const seen: { data: string; at: number }[] = [];
  const began = clock.now();
  const stage = {
    clear: () => seen.splice(0),
    show: ({ data }: { data: string }) => seen.push({ data, at: clock.now() - began }),
  };
  const playback = new Playback(timeline, stage, clock);
  return { clock, seen, playback, words: () => seen.map(({ data }) => data).join('') };
}

const events = [
  printed(0, 'a'),
  printed(800, 'b'),
  printed(800, 'c', 'stderr'),
  printed(2950, 'd'),
  ended(3000),
];

describe('what is seen of a recording', () => {
  test('comes in order, with the input first, and lasts as long as the run', () => {
    const { moments, lengthMs } = timelineOf(events, 'given\n');
    expect(moments.map(({ stream, data }) => `${stream} ${data.trim()}`)).toEqual([
      'stdin given',
      'stdout a',
      'stdout b',
      'stderr c',
      'stdout d',
    ]);
    expect(lengthMs).toBe(3000);
  });

  test('nothing goes back in time, and the last output is never cut off', () => {
    const { moments, lengthMs } = timelineOf([printed(500, 'a'), printed(400, 'b'), ended(100)]);
    expect(moments.map(({ at }) => at)).toEqual([500, 500]);
    expect(lengthMs).toBe(500);
  });

  test('a run that printed nothing is over after its time', () => {
    const { playback, clock } = staged(timelineOf([ended(250)]));
    playback.play();
    clock.pass(249);
    expect(playback.snapshot()).toMatchObject({ isPlaying: true, isOver: false });
    clock.pass(1);
    expect(playback.snapshot()).toMatchObject({ isPlaying: false, isOver: true, positionMs: 250 });
  });
});

test.each([
  [1, 0],
  [1, 15],
  [2, 15],
  [0.5, 15],
])(
  'at speed %d each moment is within 5 % of when it came, though timers are late by %d ms',
  (speed, late) => {
    const { playback, clock, seen } = staged(timelineOf(events), late);
    playback.setSpeed(speed);
    playback.play();
    clock.pass(10_000);
    expect(seen.map(({ data }) => data)).toEqual(['a', 'b', 'c', 'd']);
    for (const [index, at] of [0, 800, 800, 2950].entries()) {
      const wanted = at / speed;
      expect(seen[index]?.at).toBeGreaterThanOrEqual(wanted);
      expect(seen[index]?.at).toBeLessThanOrEqual(wanted * 1.05);
    }
  },
);

test('late timers do not add up over ten thousand moments', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => printed(index * 3, '.'));
  const { playback, clock, seen } = staged(timelineOf([...many, ended(30_000)]), 15);
  playback.play();
  clock.pass(60_000);
  expect(seen).toHaveLength(10_000);
  expect(seen.at(-1)?.at).toBeLessThan(30_000 + 20);
});

test('paused, it stands still and wakes nobody; it goes on from there', () => {
  const { playback, clock, words } = staged(timelineOf(events));
  playback.play();
  clock.pass(500);
  playback.pause();
  expect([playback.snapshot().positionMs, clock.waiting]).toEqual([500, 0]);
  clock.pass(60_000);
  expect(words()).toBe('a');
  playback.toggle();
  clock.pass(300);
  expect(words()).toBe('abc');
});

test('gone to, a moment shows what had come by then, forwards and backwards', () => {
  const { playback, clock, words } = staged(timelineOf(events));
  playback.seek(2999);
  expect([words(), playback.snapshot().isPlaying]).toEqual(['abcd', false]);
  playback.seek(799);
  expect(words()).toBe('a');
  playback.seek(-5);
  expect(playback.snapshot().positionMs).toBe(0);
  playback.play();
  playback.seek(99_999);
  expect([words(), playback.snapshot().isOver, clock.waiting]).toEqual(['abcd', true, 0]);
});

test('while it plays it can be sent anywhere and made faster, and there is one timer at most', () => {
  const { playback, clock, words } = staged(timelineOf(events));
  playback.play();
  clock.pass(100);
  playback.seek(2000);
  expect([playback.snapshot().isPlaying, clock.waiting]).toEqual([true, 1]);
  playback.setSpeed(4);
  clock.pass(238);
  expect([words(), clock.waiting]).toEqual(['abcd', 1]);
});

test('played again when it is over, it begins at the beginning', () => {
  const { playback, clock, words } = staged(timelineOf(events));
  playback.play();
  clock.pass(3000);
  expect(playback.snapshot().isOver).toBe(true);
  playback.play();
  expect([words(), playback.snapshot().positionMs]).toEqual(['a', 0]);
});

test('whoever listens is told of every change, and not after leaving', () => {
  const { playback, clock } = staged(timelineOf(events));
  let told = 0;
  const leave = playback.subscribe(() => {
    told += 1;
  });
  playback.play();
  clock.pass(1000);
  expect(told).toBeGreaterThan(9);
  leave();
  const before = told;
  playback.pause();
  expect(told).toBe(before);
});
