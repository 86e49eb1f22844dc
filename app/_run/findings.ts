import type { Artifact, Diagnostic, RunEvent } from '#protocol/run-event.ts';
import { type TestProgress, testEventOf, withTest } from './test-progress.ts';

/** What came of a run beside its output: what was said of places in the code, and the files it left in `out/`. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly artifacts: readonly Artifact[];
  /** Paths of what else was in `out/`: too large, too many, or no regular files. */
  readonly leftOut: readonly string[];
  /** How far each test is, by its number in the run. */
  readonly tests: ReadonlyMap<number, TestProgress>;
}

export const nothingFound: Findings = { diagnostics: [], artifacts: [], leftOut: [], tests: new Map() };

export function withEvent(findings: Findings, event: RunEvent): Findings {
  if (event.type === 'diagnostic') return { ...findings, diagnostics: [...findings.diagnostics, event] };
  if (event.type === 'artifact') return { ...findings, artifacts: [...findings.artifacts, event] };
  if (event.type === 'artifacts_left_out')
    return { ...findings, leftOut: [...findings.leftOut, ...event.paths] };
  const test = testEventOf(event);
  return test === undefined ? findings : { ...findings, tests: withTest(findings.tests, test) };
}

/** What a person goes to first: an error before anything else, and the first one. */
export function firstProblem({ diagnostics }: Findings): Diagnostic | undefined {
  return diagnostics.find(({ severity }) => severity === 'error') ?? diagnostics[0];
}
