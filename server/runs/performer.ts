import type { FinishedEvent, Phase, RunEvent } from '#protocol/run-event.ts';
import { type RunningStep, type Sandbox, SandboxBroken, type SandboxSpec } from '../sandbox/sandbox.ts';
import { finishedEvent, stoppedBefore } from './finished.ts';
import { outcomeOf } from './outcome.ts';
import { Output, type OutputPiece } from './output.ts';
import type { PlannedStep } from './plan.ts';
import type { Run, RunIdentity } from './run.ts';

/** Hands over a sandbox for one run; rejects with the signal's reason when it fires first. */
export interface SandboxSource {
  take(
    spec: SandboxSpec,
    signal: AbortSignal,
  ): Promise<{ readonly sandbox: Sandbox; readonly warm: boolean }>;
}

export interface PerformerParts {
  readonly pool: SandboxSource;
  /** Told of what broke where nobody waits for it. */
  readonly failed: (run: RunIdentity, error: unknown) => void;
}

/** Performs a plan in a sandbox of its own: takes it, writes the files, plays the steps, has it removed. */
export class Performer {
  constructor(private readonly parts: PerformerParts) {}

  /** Throws `SandboxBroken` when the sandbox failed, and the stop's reason when that came while none was at hand. */
  async *perform(run: Run): AsyncGenerator<RunEvent, FinishedEvent> {
    const { plan, control } = run;
    const stopped = stoppedBefore(run);
    if (stopped) return stopped;
    const { sandbox, warm } = await this.parts.pool.take(plan.spec, control.stop.signal);
    // The client need not wait for the removal of its sandbox.
    using _removal = { [Symbol.dispose]: () => this.remove(sandbox, run) };
    if (run.startedAt === 0) {
      run.startedAt = performance.now();
      const { id, version, image } = plan.language;
      yield { type: 'started', language: id, version, image, warm };
    }
    await sandbox.writeFiles(plan.files);
    return yield* this.performSteps(run, sandbox);
  }

  private async *performSteps(run: Run, sandbox: Sandbox): AsyncGenerator<RunEvent, FinishedEvent> {
    let memoryBytes = run.plan.spec.memoryBytes;
    let last: FinishedEvent | undefined;
    for (const step of run.plan.steps) {
      if (step.limits.memoryBytes !== memoryBytes) await sandbox.setMemory(step.limits.memoryBytes);
      memoryBytes = step.limits.memoryBytes;
      const stopped = stoppedBefore(run, step);
      if (stopped) return stopped;
      yield { type: 'phase', phase: step.phase };
      last = yield* this.performStep(run, sandbox, step);
      if (last.outcome.kind !== 'ok') return last;
    }
    if (last === undefined) throw new Error('a plan without a step');
    return last;
  }

  private async *performStep(
    run: Run,
    sandbox: Sandbox,
    step: PlannedStep,
  ): AsyncGenerator<RunEvent, FinishedEvent> {
    const { stop } = run.control;
    const output = new Output(step.limits.outputBytes, run.encoding);
    const running = sandbox.start(step.command);
    using _stopping = whenAborted(stop.signal, () => running.kill());
    this.feed(run, running, step.phase);
    for await (const event of running.events) {
      if (event.type === 'exit') {
        yield* this.printed(run, output.finish());
        return finishedEvent(
          step,
          event.exit,
          outcomeOf({ step, exit: event.exit, output, stopReason: stop.reason }),
        );
      }
      if (event.type === 'usage') yield { type: 'usage', cpuMs: event.cpuMs, memoryBytes: event.memoryBytes };
      if (event.type === 'output') {
        yield* this.printed(run, output.take(event.stream, event.data));
        if (output.isOver) stop.because('output_limit');
      }
    }
    throw new SandboxBroken('the step ended without saying how');
  }

  private *printed(run: Run, pieces: readonly OutputPiece[]): Generator<RunEvent, void> {
    for (const { stream, data } of pieces) {
      run.printed = true;
      run.control.stdin.commit();
      yield { type: 'output', stream, data, at: Math.round(performance.now() - run.startedAt) };
    }
  }

  /** Only the program gets the client's stdin; a compiler's is empty. */
  private feed(run: Run, running: RunningStep, phase: Phase): void {
    if (phase === 'compile') {
      running.end();
      return;
    }
    const feeding = async () => {
      for await (const chunk of run.control.stdin.read()) await running.write(chunk);
      running.end();
    };
    feeding().catch((error: unknown) => this.parts.failed(run, error));
  }

  private remove(sandbox: Sandbox, run: RunIdentity): void {
    const removing = async () => sandbox[Symbol.asyncDispose]();
    removing().catch((error: unknown) => this.parts.failed(run, error));
  }
}

function whenAborted(signal: AbortSignal, act: () => void): Disposable {
  if (signal.aborted) act();
  signal.addEventListener('abort', act, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener('abort', act) };
}
