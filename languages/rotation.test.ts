import { expect, test } from 'vitest';
import { languageOfTheDay } from './rotation.ts';

const reports = [
  { id: 'lua', buildSeconds: 9 },
  { id: 'awk', buildSeconds: 7 },
  { id: 'haskell', buildSeconds: 200 },
  { id: 'cpp23', buildSeconds: null },
  { id: 'python', buildSeconds: 20 },
];
const on = (day: number) => languageOfTheDay(reports, ['python'], new Date(Date.UTC(2026, 0, day, 12)));

test('each day has another language, of those that are built quickly', () => {
  const days = [1, 2, 3, 4].map(on);
  expect(new Set(days)).toEqual(new Set(['awk', 'lua']));
  expect(days[0]).not.toBe(days[1]);
  expect(days[0]).toBe(days[2]);
});

test('a whole day has the same', () => {
  const at = (hour: number) => languageOfTheDay(reports, ['python'], new Date(Date.UTC(2026, 0, 1, hour)));
  expect(at(0)).toBe(at(23));
});

test('where none is known there is none', () => {
  expect(languageOfTheDay([], [], new Date())).toBeUndefined();
});
