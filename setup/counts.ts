import { z } from 'zod';

/** How many tests of one kind passed and failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const Vitest = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  success: z.boolean(),
});

const Playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** The counts of Vitest's JSON report. */
export function vitestCounts(report: unknown): Counts {
  const said = Vitest.parse(report);
  return {
    passed: said.numPassedTests,
    failed: said.numFailedTests,
    skipped: said.numPendingTests + said.numTodoTests,
  };
}

/** The counts of Playwright's JSON report. A test that passed only when tried again has failed. */
export function playwrightCounts(report: unknown): Counts {
  const { expected, unexpected, flaky, skipped } = Playwright.parse(report).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/**
 * What counts in the end: a program that failed has at least one failure, even when its report names none (a file that
 * does not load, an error between the tests), and one that ran nothing has failed.
 */
export function settle(counts: Counts, exitCode: number | null): Counts {
  const isFine = exitCode === 0 && counts.passed > 0;
  return isFine || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

export function sum(all: readonly Counts[]): Counts {
  const total = (key: keyof Counts) => all.reduce((sum, counts) => sum + counts[key], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}
