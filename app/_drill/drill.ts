import type { Snippet } from '#protocol/snippet.ts';
import type { SubmissionEnd, SubmissionEvent, SubmittedTest } from '#protocol/submission.ts';
import type { TestProgress } from '../_run/test-progress.ts';

/** How a test of the drill stands, in what was tried last. */
export type Standing =
  | { readonly status: 'new' | 'waiting' | 'running' | 'ended' }
  | { readonly status: 'passed' | 'failed'; readonly found: SubmittedTest };

/** A try as far as it was told. */
export interface Attempt {
  readonly status: 'waiting' | 'judging' | 'over';
  /** Where it stands in the line, from 1; 0 when it is its turn. */
  readonly position: number;
  readonly found: ReadonlyMap<number, SubmittedTest>;
  /** In words for people: how it ended, or why it could not be made. */
  readonly end?: string | undefined;
  readonly compileOutput: string;
  /** Where it was judged to its end. */
  readonly reached?: { readonly passed: number; readonly total: number } | undefined;
}

export const begun: Attempt = { status: 'waiting', position: 0, found: new Map(), compileOutput: '' };

/** What is known after the event. */
export function advanced(attempt: Attempt, event: SubmissionEvent): Attempt {
  switch (event.type) {
    case 'queued':
      return { ...attempt, position: event.position };
    case 'test':
      return {
        ...attempt,
        status: 'judging',
        position: 0,
        found: new Map(attempt.found).set(event.index, event),
      };
    case 'finished':
      return { ...attempt, status: 'over', ...endOf(event) };
    default:
      return event satisfies never;
  }
}

function endOf({ message, compile_output, outcome, passed, total }: SubmissionEnd) {
  const reached = outcome === 'platform_fault' ? undefined : { passed, total };
  return { end: message, compileOutput: compile_output, reached };
}

/** The try could not be made, or not to its end. */
export function failed(attempt: Attempt, words: string): Attempt {
  return { ...attempt, status: 'over', end: words };
}

/** How the tests stand in a try; the one after the last that was told is the one that runs. */
export function standingsOf(tests: Snippet['tests'], attempt: Attempt): readonly Standing[] {
  const isOver = attempt.status === 'over';
  return tests.map((_, index) => {
    const found = attempt.found.get(index + 1);
    if (found !== undefined) return { status: found.verdict === 'passed' ? 'passed' : 'failed', found };
    return { status: isOver ? 'ended' : 'waiting' };
  });
}

/** What a run of the visible tests found of one of them, in the words of a try. */
export function foundInRun(
  index: number,
  { stdout, stderr, report }: TestProgress,
): SubmittedTest | undefined {
  if (report === undefined) return undefined;
  const { name, verdict, wallMs, difference, message } = report;
  return {
    ...{ index, name, hidden: false, verdict, stdout, stderr, execution_time_ms: Math.round(wallMs) },
    ...(difference === undefined ? {} : { difference }),
    ...(message === undefined ? {} : { message }),
  };
}
