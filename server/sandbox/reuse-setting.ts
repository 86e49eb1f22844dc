import { ReusedSandboxes, type ReusedSandboxesParts } from './reuse.ts';

export interface ReuseSettings {
  readonly SANDBOX_REUSE: 'off' | 'owner' | 'any';
  readonly SANDBOX_REUSE_RUNS: number;
  readonly MAX_CONCURRENT_RUNS: number;
}

/** While one is in use, the others of its turn rest: a sandbox gives back what it used of its share of the CPU. */
const sandboxesPerTurn = 4;

/** What the operator asked for: nothing, by default. */
export function reuseFor(
  settings: ReuseSettings,
  parts: Pick<ReusedSandboxesParts, 'pool' | 'onReused' | 'onRetired'>,
): ReusedSandboxes | undefined {
  const { SANDBOX_REUSE: among, SANDBOX_REUSE_RUNS: maxRuns, MAX_CONCURRENT_RUNS: turns } = settings;
  if (among === 'off') return undefined;
  return new ReusedSandboxes({ ...parts, among, maxRuns, enough: turns * sandboxesPerTurn });
}
