import { expect, test } from 'vitest';
import type { Line } from './output-log.ts';
import { segmentsOf } from './segments.ts';

const line = (text: string, more: Partial<Line> = {}): Line => ({
  ...{ stream: 'stdout', at: 0, text, spans: null, goesOn: false },
  ...more,
});
const shown = (lines: readonly Line[], options = {}) =>
  segmentsOf(lines, options).map(({ stream, at, spans }) => [
    stream,
    at,
    spans.map(({ text }) => text).join(''),
  ]);

const lines = [line('one', { at: 1 }), line('two', { at: 2 }), line('oh', { at: 3, stream: 'stderr' })];

test('neighbouring lines of one stream are one piece', () => {
  expect(shown(lines)).toEqual([
    ['stdout', 1, 'one\ntwo\n'],
    ['stderr', 3, 'oh\n'],
  ]);
});

test('each line alone, where its time is to be seen', () => {
  expect(shown(lines, { isEachAlone: true })).toEqual([
    ['stdout', 1, 'one\n'],
    ['stdout', 2, 'two\n'],
    ['stderr', 3, 'oh\n'],
  ]);
});

test('the pieces of a line too long to show whole stay together', () => {
  const pieces = [line('lo', { goesOn: true }), line('ng'), line('next')];
  expect(shown(pieces, { isEachAlone: true })).toEqual([
    ['stdout', 0, 'long\n'],
    ['stdout', 0, 'next\n'],
  ]);
});
