import { expect, test } from 'vitest';
import type { ExecuteAnswer } from '#protocol/execute.ts';
import type { FinishedEvent, RunEvent } from '#protocol/run-event.ts';
import { compareRuns } from './compare.ts';
import { differInLines } from './text-difference.ts';

const started: RunEvent = {
  type: 'started',
  language: 'python',
  version: '3.13.5',
  image: 'bugdrill-python',
  digest: 'sha256:one',
  warm: true,
};
const finished: FinishedEvent = {
  type: 'finished',
  outcome: { kind: 'ok', exitCode: 0 },
  phase: 'run',
  wallMs: 100,
  cpuMs: 50,
  memoryBytes: 10 << 20,
  facts: [],
};
const output = (data: string, stream: 'stdout' | 'stderr' = 'stdout'): RunEvent => ({
  type: 'output',
  stream,
  data,
  at: 1,
});
const answer: ExecuteAnswer = {
  success: true,
  stdout: 'one\ntwo\n',
  stderr: '',
  exit_code: 0,
  execution_time_ms: 150,
  outcome: 'ok',
  outcome_details: {},
  message: 'Finished. Exit code 0.',
  signal: null,
  cpu_time_ms: 50,
  memory_bytes: 10 << 20,
  truncated: false,
  compile: null,
  diagnostics: [],
  facts: [],
  artifacts: [],
  artifacts_left_out: [],
  cached: false,
  language: 'python',
  version: '3.13.5',
  image_digest: 'sha256:one',
};
const recorded = [started, output('one\n'), output('two\n'), finished];
const row = (events: readonly RunEvent[], over: Partial<ExecuteAnswer>, what: string) =>
  compareRuns(events, { ...answer, ...over })?.rows.find((other) => other.what === what);

test('a run that did the same says so, whatever time it took', () => {
  const comparison = compareRuns(recorded, answer);
  expect(comparison?.isSame).toBe(true);
  expect(comparison?.outputs.map(({ difference }) => difference.isSame)).toEqual([true, true]);
  expect(row(recorded, {}, 'Time')).toEqual({ what: 'Time', before: '0.1 s', after: '0.15 s (+50 %)' });
  expect(row(recorded, {}, 'Toolchain')).toMatchObject({ isSame: true });
});

test('other output, another exit and another signal are each a difference', () => {
  expect(compareRuns(recorded, { ...answer, stdout: 'one\n' })?.isSame).toBe(false);
  const failed = { outcome: 'exit_nonzero', exit_code: 3, message: 'Failed. Exit code 3.' };
  expect(compareRuns(recorded, { ...answer, ...failed })?.isSame).toBe(false);
  expect(row(recorded, failed, 'End')).toMatchObject({ after: 'Failed. Exit code 3.', isSame: false });
  const killed = { ...finished, outcome: { kind: 'signal' as const, signal: 'SIGSEGV', number: 11 } };
  const aborted = {
    outcome: 'signal',
    exit_code: null,
    signal: 'SIGABRT',
    message: 'Killed by SIGABRT (6).',
  };
  expect(row([started, killed], aborted, 'End')?.isSame).toBe(false);
});

test('a limit that was met by another measure is the same end', () => {
  const limited: FinishedEvent = {
    ...finished,
    outcome: { kind: 'cpu_limit', limitMs: 1000, measuredMs: 1010 },
  };
  const now = {
    outcome: 'cpu_limit',
    exit_code: null,
    message: 'Stopped at the CPU limit of 1 s: it used 1.02 s.',
  };
  expect(row([started, limited], now, 'End')?.isSame).toBe(true);
});

test('another version, and another image of the same version, are told', () => {
  expect(row(recorded, { version: '3.14.0', image_digest: 'sha256:two' }, 'Toolchain')).toEqual({
    what: 'Toolchain',
    before: '3.13.5',
    after: '3.14.0',
    isSame: false,
  });
  const rebuilt = row(recorded, { image_digest: 'sha256:two' }, 'Toolchain');
  expect(rebuilt).toMatchObject({ isSame: false, after: '3.13.5, in an image built anew' });
  const { image_digest: _, ...silent } = answer;
  expect(compareRuns(recorded, silent)?.rows.at(-1)?.isSame).toBe(true);
});

test('of what did not compile, the compiler’s words are compared', () => {
  const events: RunEvent[] = [
    started,
    { type: 'phase', phase: 'compile' },
    output('error: no\n', 'stderr'),
    { ...finished, phase: 'compile', outcome: { kind: 'compile_error', exitCode: 1 } },
  ];
  const now = { ...answer, outcome: 'compile_error', exit_code: 1, stdout: '', stderr: 'error: no\n' };
  expect(compareRuns(events, now)?.isSame).toBe(true);
});

test('of tests, those that ended otherwise are told by their number', () => {
  const judged = { index: 1, name: 'a', hidden: false, wallMs: 1, cpuMs: 1, memoryBytes: 1 };
  const events: RunEvent[] = [
    started,
    output('noise'),
    { type: 'test', ...judged, verdict: 'passed' },
    { ...finished, tests: { passed: 1, total: 1 } },
  ];
  const told = { index: 1, name: 'a', hidden: false, execution_time_ms: 1, cpu_time_ms: 1, memory_bytes: 1 };
  const now = { ...answer, passed: 0, tests: [{ ...told, verdict: 'wrong_answer' as const }] };
  expect(row(events, now, 'Test 1')).toMatchObject({ before: 'passed', after: 'wrong answer' });
  expect(compareRuns(events, now)?.outputs).toEqual([]);
});

test('a recording that does not end is compared with nothing', () => {
  expect(compareRuns([started, output('x')], answer)).toBeUndefined();
  expect(compareRuns([], answer)).toBeUndefined();
});

test('lines are told as removed and added, with a few equal ones around them', () => {
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
  const difference = differInLines(lines.join('\n'), lines.with(15, 'other').join('\n'));
  expect(difference.lines?.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'gap …',
    'same line 12',
    'same line 13',
    'same line 14',
    'removed line 15',
    'added other',
    'same line 16',
    'same line 17',
    'same line 18',
  ]);
});

test('colours and markup are only text, and a difference that cannot be seen has no lines', () => {
  const shown = differInLines('\u001b[31m<img src=x>\u001b[0m\n', '<b>\n');
  expect(shown.lines?.map(({ text }) => text)).toEqual(['<img src=x>', '<b>']);
  expect(differInLines('\u001b[31ma\u001b[0m\n', 'a\n')).toEqual({
    isSame: false,
    isEmpty: false,
    lines: [],
  });
});

test('texts that have nothing in common, or are very long, do not keep anybody waiting', () => {
  const noise = (seed: number) =>
    Array.from({ length: 20_000 }, (_, index) => `${(index * seed) % 9973}`).join('\n');
  const began = performance.now();
  expect(differInLines(noise(7), noise(13)).lines).toBeNull();
  expect(differInLines('a'.repeat(600_000), 'b').lines).toBeNull();
  expect(performance.now() - began).toBeLessThan(20_000);
});
