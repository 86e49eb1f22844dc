import type { FinishedEvent, RunEvent } from '#protocol/run-event.ts';
import { type Sandbox, SandboxBroken, type SandboxFile, type SandboxSpec } from '../sandbox/sandbox.ts';
import type { CleanRoom } from './clean-room.ts';
import { memoryLimitEvent } from './finished.ts';
import type { PlannedStep } from './plan.ts';
import type { Run, RunIdentity } from './run.ts';
import { stdinOf } from './stdin.ts';
import { Stop } from './stop.ts';

/** What the performer lends to those who start several programs in one run. */
export interface Performing {
  readonly take: (run: Run, spec: SandboxSpec) => Promise<Sandbox>;
  /** Has a sandbox removed, without anybody waiting for it. */
  readonly remove: (sandbox: Sandbox, run: RunIdentity) => void;
  readonly perform: (
    run: Run,
    sandbox: Sandbox,
    step: PlannedStep,
  ) => AsyncGenerator<RunEvent, FinishedEvent>;
  readonly failed: (run: RunIdentity, error: unknown) => void;
}

/** One start of a program among several in a run. */
export interface CleanStart {
  readonly room: CleanRoom;
  readonly step: PlannedStep;
  readonly stdin: string;
  /** Files for this start alone. */
  readonly files?: readonly SandboxFile[];
  /** True when no client sees what it prints: then it can be repeated whatever it printed. */
  readonly isUnseen: boolean;
}

export interface Performed {
  readonly finished: FinishedEvent;
  /** At most a piece more than the output limit allows. */
  readonly stdout: Uint8Array;
  readonly hasPrintedErrors: boolean;
}

interface Broken {
  readonly error: unknown;
  readonly mayBeRepeated: boolean;
}

/**
 * Starts a program as if it were the first in its sandbox, with a stdin and a stop of its own. A sandbox that breaks is
 * replaced once, when nobody has seen a byte of that start. Throws what `Performer.perform` throws.
 */
export async function* performClean(
  performing: Performing,
  run: Run,
  start: CleanStart,
): AsyncGenerator<RunEvent, Performed> {
  const first = yield* performOnce(performing, run, start);
  if ('finished' in first) return first;
  if (!first.mayBeRepeated) throw first.error;
  performing.failed(run, first.error);
  const second = yield* performOnce(performing, run, start);
  if ('finished' in second) return second;
  throw second.error;
}

async function* performOnce(
  performing: Performing,
  run: Run,
  start: CleanStart,
): AsyncGenerator<RunEvent, Performed | Broken> {
  const { room, step, files = [], isUnseen } = start;
  using attempt = new Attempt(run, start);
  try {
    const sandbox = await room.enter(step);
    await sandbox.writeFiles(files);
    return attempt.end(yield* performing.perform(attempt.run, sandbox, step));
  } catch (error) {
    room.leave();
    if (error instanceof SandboxBroken && error.outOfMemory) return attempt.end(memoryLimitEvent(step));
    const isSeen = attempt.run.printed && !isUnseen;
    const isOurs = error instanceof SandboxBroken && run.control.stop.reason === undefined;
    return { error, mayBeRepeated: isOurs && !isSeen };
  }
}

/** A run within a run: stopping it does not stop the whole, and what it prints is kept. */
class Attempt implements Disposable {
  readonly run: Run;
  private readonly stdout: Uint8Array[] = [];
  private hasPrintedErrors = false;
  private readonly following: Disposable;

  constructor(whole: Run, { stdin, isUnseen }: CleanStart) {
    const stop = new Stop();
    this.following = stop.follow(whole.control.stop);
    this.run = {
      ...whole,
      control: { ...whole.control, stdin: stdinOf(stdin, false), stop },
      printed: false,
      filesOut: isUnseen ? undefined : whole.filesOut,
      hear: (stream, data) => {
        if (stream === 'stdout') this.stdout.push(data);
        else this.hasPrintedErrors = true;
      },
    };
  }

  end(finished: FinishedEvent): Performed {
    return { finished, stdout: Buffer.concat(this.stdout), hasPrintedErrors: this.hasPrintedErrors };
  }

  [Symbol.dispose](): void {
    this.following[Symbol.dispose]();
  }
}
