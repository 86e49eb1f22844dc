import type { DraftTest } from '../_draft/draft-tests.ts';
import { formatMemory } from '../_run/run-words.ts';
import type { TestResults } from './test-results.ts';
import { formatTestTime } from './test-time.ts';

/** `3 of 4 passed · slowest 84 ms · peak 14 MB`; empty before the first was judged. */
export function summaryOf(tests: readonly DraftTest[], results: TestResults): string {
  const reports = tests.flatMap(({ id }) => results[id]?.progress?.report ?? []);
  if (reports.length === 0) return '';
  const passed = reports.filter(({ verdict }) => verdict === 'passed').length;
  const slowest = Math.max(...reports.map(({ wallMs }) => wallMs));
  const peak = Math.max(...reports.map(({ memoryBytes }) => memoryBytes));
  return `${passed} of ${reports.length} passed · slowest ${formatTestTime(slowest)} · peak ${formatMemory(peak)}`;
}
