import { readFile, rm } from 'node:fs/promises';
import { runCommand } from './command.ts';
import { type Counts, settle } from './counts.ts';

/** One kind of tests: a command, and where it reports its counts; one without a report counts as one test. */
export interface Suite {
  readonly name: string;
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly report?: { readonly path: string; readonly read: (report: unknown) => Counts };
}

export async function runSuite(suite: Suite, stop: AbortSignal): Promise<Counts> {
  console.log(`\n── ${suite.name} ──`);
  if (suite.report) await rm(suite.report.path, { force: true });
  const { exitCode } = await runCommand(suite.argv, { signal: stop, env: suite.env ?? {}, show: true });
  return settle(suite.report ? await readReport(suite.report) : counted(exitCode === 0), exitCode);
}

export function counted(isPassed: boolean): Counts {
  return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0 };
}

async function readReport({ path, read }: NonNullable<Suite['report']>): Promise<Counts> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? counted(false) : read(JSON.parse(text));
}
