import type { OutcomeKind } from '#protocol/outcome.ts';
import { describeEnd, describeOutcome, formatSeconds } from '#protocol/outcome-words.ts';
import type { FinishedEvent } from '#protocol/run-event.ts';
import type { RunState, Usage } from './run-state.ts';

export type Tone = 'ok' | 'err' | 'warn' | 'muted';

/** How an end looks and reads: a mark and words, never colour alone. */
export interface EndWords {
  readonly tone: Tone;
  readonly mark: string;
  readonly title: string;
}

const looks: Readonly<Record<OutcomeKind, { tone: Tone; mark: string }>> = {
  ok: { tone: 'ok', mark: '✓' },
  exit_nonzero: { tone: 'err', mark: '✗' },
  signal: { tone: 'err', mark: '✗' },
  time_limit: { tone: 'err', mark: '✗' },
  cpu_limit: { tone: 'err', mark: '✗' },
  memory_limit: { tone: 'err', mark: '✗' },
  output_limit: { tone: 'warn', mark: '⚠' },
  process_limit: { tone: 'err', mark: '✗' },
  disk_limit: { tone: 'err', mark: '✗' },
  compile_error: { tone: 'err', mark: '✗' },
  tests_failed: { tone: 'err', mark: '✗' },
  stopped: { tone: 'muted', mark: '■' },
  client_gone: { tone: 'warn', mark: '⚠' },
  interrupted: { tone: 'warn', mark: '⚠' },
  platform_fault: { tone: 'warn', mark: '⚠' },
};

/** The words of the output header and the exit line. */
export function wordsForEnd(finished: FinishedEvent): EndWords {
  return { ...looks[finished.outcome.kind], title: titleOf(finished) };
}

/** `0.12 s · 14 MB` */
export function shortFiguresOf(finished: FinishedEvent): string {
  return `${formatSeconds(finished.wallMs)} · ${formatMemory(finished.memoryBytes)}`;
}

/** `0.12 s · 0.05 s CPU · 14 MB` */
export function figuresOf(finished: FinishedEvent): string {
  return [
    formatSeconds(finished.wallMs),
    `${formatSeconds(finished.cpuMs)} CPU`,
    formatMemory(finished.memoryBytes),
  ].join(' · ');
}

const lostWords = {
  submitting: 'The connection was lost before the program began.',
  running: describeOutcome({ kind: 'interrupted' }),
  misunderstood: 'It ended in a way that this page does not know.',
} as const;

/** The state in a sentence, as it is also read aloud; empty where there is nothing to say yet. */
export function statusWords(state: RunState): string {
  switch (state.status) {
    case 'idle':
      return 'Press Run or Ctrl+Enter.';
    case 'submitting':
      return '';
    case 'queued':
      return queueWords(state.position);
    case 'running':
      return state.phase === 'compile' ? 'Compiling' : 'Running';
    case 'refused':
      return state.problem.message;
    case 'lost':
      return lostWords[state.when];
    case 'finished':
      return describeEnd(state.finished);
    default:
      return state satisfies never;
  }
}

/** `41 % CPU · 18 MB` */
export function usageWords(usage: Usage): string {
  return `${usage.cpuPercent} % CPU · ${formatMemory(usage.memoryBytes)}`;
}

/** Memory in whole binary megabytes, as the limits are: `14 MB`. */
export function formatMemory(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes < 10 ? `${Number(megabytes.toFixed(1))} MB` : `${Math.round(megabytes)} MB`;
}

function titleOf(finished: FinishedEvent): string {
  const { outcome, tests } = finished;
  if (tests === undefined && (outcome.kind === 'ok' || outcome.kind === 'exit_nonzero'))
    return `Exit ${outcome.exitCode}`;
  if (outcome.kind === 'compile_error') return 'Did not compile';
  return describeEnd(finished).replace(/\.$/, '');
}

/** Where a run stands in the line; 1 is next. */
export function queueWords(position: number): string {
  return position === 1 ? 'Queued, next in line' : `Queued, ${position - 1} ahead`;
}
