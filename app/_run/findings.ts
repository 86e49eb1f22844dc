import type { Artifact, Diagnostic, RunEvent } from '#protocol/run-event.ts';

/** What came of a run beside its output: what was said of places in the code, and the files it left in `out/`. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly artifacts: readonly Artifact[];
  /** Paths of what else was in `out/`: too large, too many, or no regular files. */
  readonly leftOut: readonly string[];
}

export const nothingFound: Findings = { diagnostics: [], artifacts: [], leftOut: [] };

export function withEvent(findings: Findings, event: RunEvent): Findings {
  if (event.type === 'diagnostic') return { ...findings, diagnostics: [...findings.diagnostics, event] };
  if (event.type === 'artifact') return { ...findings, artifacts: [...findings.artifacts, event] };
  if (event.type === 'artifacts_left_out')
    return { ...findings, leftOut: [...findings.leftOut, ...event.paths] };
  return findings;
}

/** What a person goes to first: an error before anything else, and the first one. */
export function firstProblem({ diagnostics }: Findings): Diagnostic | undefined {
  return diagnostics.find(({ severity }) => severity === 'error') ?? diagnostics[0];
}
