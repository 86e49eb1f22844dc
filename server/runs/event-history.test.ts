import { expect, test } from 'vitest';
import type { RunEvent } from '#protocol/run-event.ts';
import { EventHistory } from './event-history.ts';

const said = (data: string): RunEvent => ({ type: 'output', stream: 'stdout', data, at: 0 });

function historyOf(...texts: readonly string[]): EventHistory {
  const history = new EventHistory();
  for (const text of texts) history.append(said(text));
  return history;
}

test('events are numbered from 1, and what is kept is found by its number', () => {
  const history = historyOf('a', 'b');
  expect(history.last).toBe(2);
  expect([history.at(1), history.at(2)]).toEqual([said('a'), said('b')]);
});

test('an empty history has no event and weighs nothing', () => {
  const history = new EventHistory();
  expect([history.last, history.lastForgotten, history.bytes, history.bytesBetween(0)]).toEqual([0, 0, 0, 0]);
  expect(() => history.at(1)).toThrow(RangeError);
});

test('the oldest are forgotten first, and no more of them than must be', () => {
  const history = historyOf('x'.repeat(1000), 'y'.repeat(1000), 'z'.repeat(1000));
  history.forget(3, 2400);
  expect(history.lastForgotten).toBe(1);
  expect(() => history.at(1)).toThrow(RangeError);
  expect(history.at(2)).toEqual(said('y'.repeat(1000)));
});

test('what may not be forgotten is kept, however much it weighs', () => {
  const history = historyOf('x'.repeat(1000), 'y'.repeat(1000), 'z'.repeat(1000));
  history.forget(1, 0);
  expect(history.lastForgotten).toBe(1);
  history.forget(3, 0);
  expect([history.lastForgotten, history.last, history.bytes]).toEqual([3, 3, 0]);
  history.append(said('later'));
  expect([history.last, history.at(4)]).toEqual([4, said('later')]);
});

test('weights add up however much was forgotten', () => {
  const history = historyOf('a', 'bb', 'ccc', 'dddd');
  const [first, second, rest] = [
    history.bytesBetween(0, 1),
    history.bytesBetween(1, 2),
    history.bytesBetween(2),
  ];
  expect(history.bytes).toBe(first + second + rest);
  history.forget(1, 0);
  expect(history.bytes).toBe(second + rest);
  expect(history.bytesBetween(1, 2)).toBe(second);
});
