import { beforeEach, expect, test, vi } from 'vitest';
import type { Snippet } from '#protocol/snippet.ts';
import type { SubmissionEvent } from '#protocol/submission.ts';
import { type Attempt, advanced, begun, failed, standingsOf } from './drill.ts';
import { isSolved, keepBest, readBest } from './progress.ts';

const tests: Snippet['tests'] = [
  { name: 'a', hidden: true, redacted: true },
  { name: 'b', hidden: true, redacted: true },
];
const judged = (index: number, verdict: 'passed' | 'time_limit'): SubmissionEvent => ({
  ...{ type: 'test', index, name: '', hidden: true, verdict, execution_time_ms: 1 },
});
const end: SubmissionEvent = {
  ...{ type: 'finished', success: false, passed: 1, total: 2, outcome: 'tests_failed' },
  ...{ message: '1 of 2 tests passed.', compile_output: '', diagnostics: [] },
};
const after = (...events: SubmissionEvent[]): Attempt => events.reduce(advanced, begun);
const statuses = (attempt: Attempt) => standingsOf(tests, attempt).map(({ status }) => status);

test('verdicts stand at their tests, in whatever order they come', () => {
  expect(statuses(after({ type: 'queued', position: 3 }))).toEqual(['waiting', 'waiting']);
  expect(statuses(after(judged(2, 'passed')))).toEqual(['waiting', 'passed']);
  expect(statuses(after(judged(2, 'passed'), judged(1, 'time_limit'), end))).toEqual(['failed', 'passed']);
});

test('a test that has no verdict at the end did not run, and only a whole try has reached something', () => {
  expect(statuses(after(judged(2, 'passed'), end))).toEqual(['ended', 'passed']);
  expect(after(end).reached).toEqual({ passed: 1, total: 2 });
  expect(after({ ...end, outcome: 'platform_fault' } as SubmissionEvent).reached).toBeUndefined();
  const lost = failed(after(judged(2, 'passed')), 'Lost.');
  expect([statuses(lost), lost.end, lost.reached]).toEqual([['ended', 'passed'], 'Lost.', undefined]);
});

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

test('the best is kept, a worse try does not take its place, and a drill with other tests begins anew', () => {
  expect(readBest('x')).toBeNull();
  keepBest('x', { passed: 2, total: 3, at: 1 });
  expect(keepBest('x', { passed: 1, total: 3, at: 2 })).toMatchObject({ passed: 2, at: 1 });
  expect(isSolved(keepBest('x', { passed: 3, total: 3, at: 3 }))).toBe(true);
  expect(keepBest('x', { passed: 1, total: 4, at: 4 })).toMatchObject({ passed: 1, total: 4 });
  expect(readBest('y')).toBeNull();
});

test.each(['{', 'null', '[]', '{"passed":"1","total":2,"at":3}', '{"passed":0,"total":0,"at":3}'])(
  'what was kept and makes no sense is nothing: %s',
  (text) => {
    kept.set('bugdrill.drill.x', text);
    expect(readBest('x')).toBeNull();
  },
);

test('a browser that keeps nothing still tells what was reached', () => {
  const forbidden = () => {
    throw new DOMException('no', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden });
  expect(keepBest('x', { passed: 1, total: 2, at: 1 })).toMatchObject({ passed: 1 });
});
