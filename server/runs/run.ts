import type { RunEvent } from '#protocol/run-event.ts';
import type { RunPlan } from './plan.ts';
import type { Place } from './queue.ts';
import type { Stdin } from './stdin.ts';
import type { Stop } from './stop.ts';

/** What a client holds of its run: the way to type into it and the way to stop it. */
export interface RunControl {
  readonly stdin: Stdin;
  readonly stop: Stop;
  /** Whose run it is, for a fair queue. */
  readonly client: string;
}

export interface RunIdentity {
  readonly runId: string;
  readonly language: string;
}

/** A run that was accepted: its identity, and its events, which end with exactly one `finished`. */
export interface AcceptedRun extends RunIdentity {
  readonly events: AsyncGenerator<RunEvent, void>;
}

/** Everything one run carries from its acceptance to its end. */
export interface Run extends RunIdentity {
  readonly plan: RunPlan;
  readonly place: Place;
  readonly control: RunControl;
  readonly encoding: 'utf8' | 'base64';
  /** Whether a byte of output was sent: then a broken sandbox can no longer be replaced unseen. */
  printed: boolean;
  /** When `started` was told, on the monotonic clock; 0 before. */
  startedAt: number;
}

/** Watches runs; what it does must not throw and cannot change them. */
export interface RunObserver {
  accepted(run: RunIdentity): void;
  saw(run: RunIdentity, event: RunEvent): void;
  /** Something of ours broke; the client hears of it without its inner text. */
  failed(run: RunIdentity, error: unknown): void;
}
