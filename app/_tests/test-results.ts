import { type DraftTest, isSameTest } from '../_draft/draft-tests.ts';
import type { TestProgress } from '../_run/test-progress.ts';

/** What came of a test the last time it ran, and what was run. */
export interface TestResult {
  readonly sent: DraftTest;
  /** Not there while the test waits for its turn, and when the run ended before it. */
  readonly progress?: TestProgress | undefined;
}

export type TestResults = Readonly<Record<string, TestResult>>;

export type TestStatus = 'new' | 'waiting' | 'running' | 'passed' | 'failed' | 'edited' | 'ended';

/** How a test stands. `edited` after it was changed since, `ended` where its run was over before its turn. */
export function statusOf(test: DraftTest, result: TestResult | undefined, isRunning: boolean): TestStatus {
  if (result === undefined) return 'new';
  const { sent, progress } = result;
  if (progress?.report === undefined) {
    if (!isRunning) return 'ended';
    return progress === undefined ? 'waiting' : 'running';
  }
  if (!isSameTest({ ...sent, hidden: test.hidden, name: test.name }, test)) return 'edited';
  return progress.report.verdict === 'passed' ? 'passed' : 'failed';
}
