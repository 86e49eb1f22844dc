import { expect, test } from 'vitest';
import { ByteCache } from './byte-cache.ts';

const weighing = (bytes: number) => ({ bytes });

test('what was not asked for the longest is let go of first', () => {
  const cache = new ByteCache<{ bytes: number }>(80);
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) cache.set(key, weighing(10));
  expect(cache.get('a')).toEqual({ bytes: 10 });
  cache.set('i', weighing(10));
  expect(cache.get('b')).toBeUndefined();
  expect(cache.get('a')).toEqual({ bytes: 10 });
  expect(cache.get('i')).toEqual({ bytes: 10 });
});

test('it never holds more than it may', () => {
  const cache = new ByteCache<{ bytes: number }>(1000);
  const keys = Array.from({ length: 500 }, (_, index) => `${index}`);
  for (const [index, key] of keys.entries()) {
    cache.set(key, weighing((index * 37) % 130));
    const held = keys.map((known) => cache.get(known)?.bytes ?? 0);
    expect(held.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(1000);
  }
});

test('a value put again is weighed once', () => {
  const cache = new ByteCache<{ bytes: number }>(80);
  cache.set('a', weighing(10));
  for (let times = 0; times < 100; times += 1) cache.set('b', weighing(10));
  expect(cache.get('a')).toEqual({ bytes: 10 });
});

test('a value that would push out most others is not held, nor what stood in its place', () => {
  const cache = new ByteCache<{ bytes: number }>(80);
  cache.set('a', weighing(10));
  cache.set('a', weighing(11));
  expect(cache.get('a')).toBeUndefined();
});

test('of no size it holds nothing', () => {
  const cache = new ByteCache<{ bytes: number }>(0);
  cache.set('a', weighing(1));
  expect(cache.get('a')).toBeUndefined();
});
