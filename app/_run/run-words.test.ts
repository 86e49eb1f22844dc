import { describe, expect, it } from 'vitest';
import type { RunOutcome } from '#protocol/outcome.ts';
import type { FinishedEvent } from '#protocol/run-event.ts';
import type { RunState } from './run-state.ts';
import {
  figuresOf,
  formatMemory,
  shortFiguresOf,
  statusWords,
  usageWords,
  wordsForEnd,
} from './run-words.ts';

const MiB = 1024 * 1024;

function ended(outcome: RunOutcome, phase: FinishedEvent['phase'] = 'run'): FinishedEvent {
  return { type: 'finished', outcome, phase, wallMs: 120, cpuMs: 50, memoryBytes: 14 * MiB, facts: [] };
}

describe('how an end reads', () => {
  it.each<[RunOutcome, string, string]>([
    [{ kind: 'ok', exitCode: 0 }, '✓', 'Exit 0'],
    [{ kind: 'exit_nonzero', exitCode: 3 }, '✗', 'Exit 3'],
    [{ kind: 'signal', signal: 'SIGTERM', number: 15 }, '✗', 'Killed by SIGTERM (15)'],
    [{ kind: 'time_limit', limitMs: 10_000, measuredMs: 10_003 }, '✗', 'Stopped at the 10 s limit'],
    [
      { kind: 'memory_limit', limitBytes: 256 * MiB, measuredBytes: 256 * MiB },
      '✗',
      'Out of memory: used the whole 256 MB',
    ],
    [
      { kind: 'output_limit', limitBytes: MiB, keptBytes: MiB, printedBytes: 4_200_000 },
      '⚠',
      'Output stopped at 1 MiB. 4.2 MB were printed',
    ],
    [
      { kind: 'process_limit', limit: 64, refusals: 9, exitCode: 1 },
      '✗',
      'Failed at the limit of 64 processes',
    ],
    [
      { kind: 'disk_limit', limitBytes: 16 * MiB, folder: '/dev/shm', exitCode: 1 },
      '✗',
      'Failed: /dev/shm was full, with 16 MB',
    ],
    [
      { kind: 'disk_limit', limitBytes: 64 * MiB, folder: '/work', limitFiles: 16_384, exitCode: 1 },
      '✗',
      'Failed: /work was full, with 16384 files and folders',
    ],
    [
      { kind: 'disk_limit', limitBytes: MiB, exitCode: null },
      '✗',
      'Failed at the limit of 1 MiB for what a file may hold',
    ],
    [{ kind: 'compile_error', exitCode: 1 }, '✗', 'Did not compile'],
    [{ kind: 'tests_failed', passed: 7, total: 10 }, '✗', '7 of 10 tests passed'],
    [{ kind: 'stopped' }, '■', 'Stopped by you'],
    [{ kind: 'platform_fault', message: 'The sandbox was gone.' }, '⚠', 'The sandbox was gone'],
  ])('%o', (outcome, mark, title) => {
    expect(wordsForEnd(ended(outcome))).toMatchObject({ mark, title });
  });

  it('a run whose tests all passed says how many', () => {
    const end = { ...ended({ kind: 'ok', exitCode: 0 }), tests: { passed: 3, total: 3 } };
    expect(wordsForEnd(end)).toMatchObject({ mark: '✓', title: 'All 3 tests passed' });
  });

  it('a compiler that took too long is not called the program', () => {
    const end = ended({ kind: 'time_limit', limitMs: 30_000, measuredMs: 30_001 }, 'compile');
    expect(wordsForEnd(end).title).toBe('The compiler was stopped at the 30 s limit');
    const alone = ended({ kind: 'process_limit', limit: 1, refusals: 1, exitCode: 1 }, 'compile');
    expect(wordsForEnd(alone).title).toBe('The compiler failed at the limit of one process');
  });

  it('figures are the measured ones', () => {
    expect(figuresOf(ended({ kind: 'stopped' }))).toBe('0.12 s · 0.05 s CPU · 14 MB');
    expect(shortFiguresOf(ended({ kind: 'stopped' }))).toBe('0.12 s · 14 MB');
  });
});

describe('how a state reads', () => {
  it.each<[RunState, string]>([
    [{ status: 'idle' }, 'Press Run or Ctrl+Enter.'],
    [{ status: 'submitting' }, ''],
    [{ status: 'queued', position: 1 }, 'Queued, next in line'],
    [{ status: 'queued', position: 3 }, 'Queued, 2 ahead'],
    [{ status: 'running', phase: 'compile', since: 0, compile: null, usage: null }, 'Compiling'],
    [{ status: 'running', phase: 'run', since: 0, compile: null, usage: null }, 'Running'],
    [
      { status: 'refused', problem: { code: 'queue_full', message: 'Too many runs wait.' } },
      'Too many runs wait.',
    ],
    [{ status: 'lost', when: 'submitting' }, 'The connection was lost before the program began.'],
    [{ status: 'lost', when: 'running' }, 'Interrupted: the server went down.'],
    [{ status: 'lost', when: 'misunderstood' }, 'It ended in a way that this page does not know.'],
    [
      { status: 'finished', finished: ended({ kind: 'ok', exitCode: 0 }), compile: null },
      'Finished. Exit code 0.',
    ],
  ])('%o', (state, words) => {
    expect(statusWords(state)).toBe(words);
  });

  it('tells use of processor and memory', () => {
    expect(usageWords({ at: 0, cpuMs: 1, cpuPercent: 41, memoryBytes: 18 * MiB })).toBe('41 % CPU · 18 MB');
    expect(formatMemory(1.5 * MiB)).toBe('1.5 MB');
  });
});
