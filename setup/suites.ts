import { readFile, rm } from 'node:fs/promises';
import { runCommand } from './command.ts';
import { type Counts, settle } from './counts.ts';
import type { FailedTest } from './failed-tests.ts';

/** One kind of tests: a command, and where it reports its counts; one without a report counts as one test. */
export interface Suite {
  readonly name: string;
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly report?: Report;
}

interface Report {
  readonly path: string;
  readonly read: (report: unknown) => Counts;
  readonly readFailed: (report: unknown) => readonly FailedTest[];
}

export interface SuiteResult {
  readonly name: string;
  readonly counts: Counts;
  /** Those that the report names: a suite may fail and name none. */
  readonly failed: readonly FailedTest[];
}

export async function runSuite(suite: Suite, stop: AbortSignal): Promise<SuiteResult> {
  console.log(`\n── ${suite.name} ──`);
  if (suite.report) await rm(suite.report.path, { force: true });
  const { exitCode } = await runCommand(suite.argv, { signal: stop, env: suite.env ?? {}, show: true });
  const { counts, failed } = suite.report ? await readReport(suite.report) : resultOf(exitCode === 0);
  return { name: suite.name, counts: settle(counts, exitCode), failed };
}

export function counted(isPassed: boolean): Counts {
  return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0 };
}

const resultOf = (isPassed: boolean) => ({ counts: counted(isPassed), failed: [] });

async function readReport({ path, read, readFailed }: Report): Promise<Omit<SuiteResult, 'name'>> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return resultOf(false);
  const report: unknown = JSON.parse(text);
  return { counts: read(report), failed: readFailed(report) };
}
