import type { Limits } from '#protocol/limits.ts';
import type { FinishedEvent } from '#protocol/run-event.ts';

/** What was seen of a probe's run, from its events and from outside. */
export interface Sighting {
  readonly finished: FinishedEvent;
  /** What it printed, both streams, as far as the output limit let through. */
  readonly printed: string;
  readonly printedBytes: number;
  /** Every event but output, as it would be sent: here nothing of the host may turn up. */
  readonly told: string;
  /**
   * Processes of this run that the host had, while it ran and right after `finished`: those of the user that the program says
   * it is, whom it shares with no other living sandbox. Undefined where the host's processes cannot be seen.
   */
  readonly hostProcesses: HostProcesses | undefined;
  /** How many times its usual time it was given. */
  readonly patience: number;
}

export interface HostProcesses {
  readonly during: number;
  readonly after: number;
}

/** Whether the limit held, and one sentence of evidence. */
export interface Verdict {
  readonly held: boolean;
  readonly evidence: string;
}

/** A hostile program, the limits it gets, and what must be seen of it when the sandbox holds. A probe is data. */
export interface Probe {
  readonly name: string;
  /** A program in `probes/`. */
  readonly file: string;
  readonly limits?: Partial<Limits>;
  /**
   * Whether it is carried out at every start of the server: those whose answer is the engine's and the kernel's, not our
   * own code's, which its tests see. They are fast, and in Bash, which every image has.
   */
  readonly atBoot?: boolean;
  /** Pure. */
  readonly judge: (seen: Sighting) => Verdict;
}

/** What came of one probe. */
export interface ProbeReport extends Verdict {
  readonly name: string;
  readonly ms: number;
}
