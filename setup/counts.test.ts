import { describe, expect, it } from 'vitest';
import { playwrightCounts, settle, sum, vitestCounts } from './counts.ts';

const none = { passed: 0, failed: 0, skipped: 0 };

describe('counting the tests', () => {
  it('reads what vitest reports', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      success: false,
    };
    expect(vitestCounts(report)).toEqual({ passed: 7, failed: 1, skipped: 3 });
  });

  it('counts a browser test that passed only when tried again as failed', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 0 } };
    expect(playwrightCounts(report)).toEqual({ passed: 5, failed: 3, skipped: 0 });
  });

  it('refuses a report that has no counts', () => {
    expect(() => vitestCounts({})).toThrow();
    expect(() => playwrightCounts({ stats: {} })).toThrow();
  });

  it('finds one failure in a program that failed and named none', () => {
    expect(settle({ ...none, passed: 9 }, 1)).toEqual({ passed: 9, failed: 1, skipped: 0 });
    expect(settle({ ...none, passed: 9 }, null).failed).toBe(1);
  });

  it('does not count one failure twice', () => {
    expect(settle({ passed: 9, failed: 2, skipped: 0 }, 1).failed).toBe(2);
  });

  it('takes tests that did not run for failed', () => {
    expect(settle(none, 0).failed).toBe(1);
    expect(settle({ ...none, skipped: 3 }, 0).failed).toBe(1);
  });

  it('sums up', () => {
    expect(
      sum([
        { passed: 1, failed: 0, skipped: 2 },
        { passed: 4, failed: 3, skipped: 0 },
      ]),
    ).toEqual({
      passed: 5,
      failed: 3,
      skipped: 2,
    });
    expect(sum([])).toEqual(none);
  });
});
