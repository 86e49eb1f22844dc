import type { FinishedEvent, OutputStream, Phase, RunEvent } from '#protocol/run-event.ts';
import type { FilesOut } from './files-out.ts';
import type { Place } from './place.ts';
import type { RunPlan } from './plan.ts';
import type { Stdin } from './stdin.ts';
import type { Steering } from './steering.ts';
import type { Stop } from './stop.ts';

/** What a client holds of its run: the way to type into it and the way to stop it. */
export interface RunControl {
  readonly stdin: Stdin;
  readonly stop: Stop;
  /** The way to its program, for a client that can send signals and has a terminal. */
  readonly steering?: Steering | undefined;
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

/** What an accepted run is, however its events come to be. */
export interface RunBase extends RunIdentity {
  readonly plan: RunPlan;
  readonly control: RunControl;
  readonly encoding: 'utf8' | 'base64';
}

/** Everything that a run which is performed carries from its acceptance to its end. */
export interface Run extends RunBase {
  readonly place: Place;
  /** Whether a byte of output was sent: then a broken sandbox can no longer be replaced unseen. */
  printed: boolean;
  /** The phases that were told: a sandbox that is replaced goes through them again, unseen. */
  readonly phases: Set<Phase>;
  /** How many of its tests have passed. */
  passed: number;
  /** Takes what its programs leave in `out/`; nobody does where it is not there. */
  readonly filesOut?: FilesOut | undefined;
  /** Told of each piece of output as it was printed, before it is made text. */
  readonly hear?: (stream: OutputStream, data: Uint8Array) => void;
  /** When `started` was told, on the monotonic clock; 0 before. */
  startedAt: number;
}

/** How a compiler, or a program without tests, ended. */
export interface StepEnd extends Pick<FinishedEvent, 'phase' | 'outcome' | 'wallMs'> {
  /** True when it was not done again: then this is how it had ended before. */
  readonly cached: boolean;
}

/** Watches runs; what it does must not throw and cannot change them. */
export interface RunObserver {
  /** `client` is whose run it is, as its control names it. */
  accepted(run: RunIdentity, client: string): void;
  saw(run: RunIdentity, event: RunEvent): void;
  /** The step of a test is told by its `test` event instead. */
  stepped?(run: RunIdentity, end: StepEnd): void;
  /** Something of ours broke; the client hears of it without its inner text. */
  failed(run: RunIdentity, error: unknown): void;
}
