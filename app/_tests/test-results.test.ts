import { expect, test } from 'vitest';
import type { TestReport } from '#protocol/judge.ts';
import { newTest } from '../_draft/draft-tests.ts';
import { statusOf } from './test-results.ts';
import { summaryOf } from './test-summary.ts';

const one = newTest({ stdin: '1', expected: '1' });
const report = (verdict: TestReport['verdict'], wallMs = 12): TestReport => ({
  ...{ index: 1, name: '', hidden: false, verdict, wallMs, cpuMs: 1, memoryBytes: 14 * 1024 * 1024 },
});
const judged = (verdict: TestReport['verdict'], sent = one) => ({
  sent,
  progress: { stdout: '', stderr: '', report: report(verdict) },
});

test.each([
  ['new', undefined, false],
  ['waiting', { sent: one }, true],
  ['running', { sent: one, progress: { stdout: '', stderr: '' } }, true],
  ['ended', { sent: one }, false],
  ['ended', { sent: one, progress: { stdout: '', stderr: '' } }, false],
  ['passed', judged('passed'), false],
  ['failed', judged('memory_limit'), true],
  ['edited', judged('passed', { ...one, stdin: '2' }), false],
] as const)('a test is %s', (status, result, isRunning) => {
  expect(statusOf(one, result, isRunning)).toBe(status);
});

test('another name or secrecy makes no other result', () => {
  expect(statusOf({ ...one, name: 'small', hidden: true }, judged('passed'), false)).toBe('passed');
});

test('the sum counts what was judged', () => {
  const other = newTest();
  expect(summaryOf([one, other], {})).toBe('');
  const results = { [one.id]: judged('passed'), [other.id]: judged('wrong_answer', other) };
  expect(summaryOf([one, other, newTest()], results)).toBe('1 of 2 passed · slowest 12 ms · peak 14 MB');
});
