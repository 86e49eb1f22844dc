import type { TestReport } from '#protocol/judge.ts';
import type { RunEvent } from '#protocol/run-event.ts';

/** How far a test of a run is, and the beginning of what its program printed. */
export interface TestProgress {
  readonly stdout: string;
  readonly stderr: string;
  /** Not there while it runs. */
  readonly report?: TestReport;
}

/** An event that speaks of one test. */
type TestEvent = Extract<RunEvent, { type: 'phase' | 'output' | 'test' }> & { readonly test: number };

/** As much of one stream of one test is kept: enough to see where it went wrong. */
export const keptCharacters = 64 * 1024;

export function testEventOf(event: RunEvent): TestEvent | undefined {
  if (event.type === 'test') return { ...event, test: event.index };
  if (event.type !== 'phase' && event.type !== 'output') return undefined;
  const { test } = event;
  return test === undefined ? undefined : { ...event, test };
}

/** The same map where nothing changes, as when what is printed is no longer kept. */
export function withTest(
  tests: ReadonlyMap<number, TestProgress>,
  event: TestEvent,
): ReadonlyMap<number, TestProgress> {
  const before = tests.get(event.test) ?? { stdout: '', stderr: '' };
  const after = advance(before, event);
  if (after === tests.get(event.test)) return tests;
  return new Map(tests).set(event.test, after);
}

function advance(before: TestProgress, event: TestEvent): TestProgress {
  if (event.type === 'phase') return before;
  if (event.type === 'test') {
    const { type: _, test: __, ...report } = event;
    return { ...before, report };
  }
  const room = keptCharacters - before[event.stream].length;
  if (room <= 0) return before;
  return { ...before, [event.stream]: before[event.stream] + event.data.slice(0, room) };
}
