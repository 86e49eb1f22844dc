import { type Findings, nothingFound } from './findings.ts';
import type { RunState } from './run-state.ts';
import type { LinkState } from './socket.ts';

/** All that a page shows of its run, but the output. */
export interface RunView {
  readonly state: RunState;
  readonly findings: Findings;
  readonly link: LinkState;
  /** How many tests the run was started with; 0 for a run without. */
  readonly tests: number;
  /** Whether the program has a terminal. */
  readonly hasTerminal: boolean;
  /** The server has said what this page does not know: they are of different versions. */
  readonly isForeign: boolean;
}

export const firstView: RunView = {
  state: { status: 'idle' },
  findings: nothingFound,
  link: { status: 'connecting' },
  tests: 0,
  hasTerminal: false,
  isForeign: false,
};
