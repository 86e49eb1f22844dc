import type { FinishedEvent, Phase, RunEvent } from '#protocol/run-event.ts';
import {
  type RunningStep,
  type Sandbox,
  SandboxBroken,
  type SandboxSpec,
  type StepEvent,
} from '../sandbox/sandbox.ts';
import { shareByStanding, startInTurn } from './aside.ts';
import type { Compilation, CompileCache, StepPlace } from './compile-cache.ts';
import { Diagnostics } from './diagnostics.ts';
import { DiskComplaints } from './disk-complaints.ts';
import { finishedEvent, stoppedBefore } from './finished.ts';
import { Judge } from './judge.ts';
import { outcomeOf } from './outcome.ts';
import { Output, type OutputPiece } from './output.ts';
import type { PlannedStep, RunPlan } from './plan.ts';
import type { Run, RunIdentity, StepEnd } from './run.ts';
import { SandboxLimits } from './sandbox-limits.ts';

/** Hands over a sandbox for one run of that client; rejects with the signal's reason when it fires first. */
export interface SandboxSource {
  take(
    spec: SandboxSpec,
    signal: AbortSignal,
    client: string,
  ): Promise<{ readonly sandbox: Sandbox; readonly warm: boolean }>;
}

export interface PerformerParts {
  readonly pool: SandboxSource;
  readonly compiled: CompileCache;
  /** Told of what broke where nobody waits for it. */
  readonly failed: (run: RunIdentity, error: unknown) => void;
  readonly stepped: (run: RunIdentity, end: StepEnd) => void;
}

type PhaseEvent = Extract<RunEvent, { type: 'phase' }>;

/** What reads a step's output as it comes. */
interface Readers {
  readonly output: Output;
  readonly diagnostics: Diagnostics;
  readonly complaints: DiskComplaints | undefined;
}

/** Performs a plan in a sandbox of its own: takes it, writes the files, plays the steps, has it removed. */
export class Performer {
  private readonly judge: Judge;

  constructor(private readonly parts: PerformerParts) {
    this.judge = new Judge({
      take: async (run, spec) => (await this.take(run, spec)).sandbox,
      remove: (sandbox, run) => this.remove(sandbox, run),
      perform: (run, sandbox, step) => this.performStep(run, sandbox, step),
      failed: parts.failed,
    });
  }

  /** Throws `SandboxBroken` when the sandbox failed, and the stop's reason when that came while none was at hand. */
  async *perform(run: Run): AsyncGenerator<RunEvent, FinishedEvent> {
    const { plan } = run;
    const stopped = stoppedBefore(run);
    if (stopped) return stopped;
    const { sandbox, warm } = await this.take(run, plan.spec);
    // The client need not wait for the removal of its sandbox.
    using _removal = { [Symbol.dispose]: () => this.remove(sandbox, run) };
    using _share = shareByStanding(sandbox, run.place);
    if (run.startedAt === 0) {
      run.startedAt = performance.now();
      const { id, version, image, digest } = plan.language;
      yield { type: 'started', language: id, version, image, digest, warm };
    }
    await sandbox.writeFiles(plan.files);
    const limits = new SandboxLimits(sandbox, plan.spec);
    if (plan.judging) return yield* this.performJudged(run, limits);
    return yield* this.performSteps(run, limits, plan.steps);
  }

  private take({ control }: Run, spec: SandboxSpec): ReturnType<SandboxSource['take']> {
    return this.parts.pool.take(spec, control.stop.signal, control.client);
  }

  private async *performJudged(run: Run, limits: SandboxLimits): AsyncGenerator<RunEvent, FinishedEvent> {
    const compile = run.plan.steps.filter(({ phase }) => phase === 'compile');
    if (compile.length > 0) {
      const compiled = yield* this.performSteps(run, limits, compile);
      if (compiled.outcome.kind !== 'ok') return compiled;
    }
    return yield* this.judge.judge(run, limits);
  }

  private async *performSteps(
    run: Run,
    limits: SandboxLimits,
    steps: readonly PlannedStep[],
  ): AsyncGenerator<RunEvent, FinishedEvent> {
    let last: FinishedEvent | undefined;
    for (const step of steps) {
      const compilation = this.parts.compiled.compilation(limits.sandbox, run.plan, step);
      if (!compilation?.isKnown) await limits.suit(step);
      const stopped = stoppedBefore(run, step);
      if (stopped) return stopped;
      last = yield* compilation ? this.compile(run, compilation, step) : this.run(run, limits.sandbox, step);
      this.parts.stepped(run, { ...last, cached: compilation?.isKnown === true });
      if (last.outcome.kind !== 'ok') return last;
    }
    if (last === undefined) throw new Error('a plan without a step');
    return last;
  }

  /** What was compiled before is not compiled again, and the sandbox need not be made fit for a compiler. */
  private async *compile(
    run: Run,
    compilation: Compilation,
    step: PlannedStep,
  ): AsyncGenerator<RunEvent, FinishedEvent> {
    yield* entered(run, {
      type: 'phase',
      phase: 'compile',
      ...(compilation.isKnown ? { cached: true } : {}),
    });
    const finished = yield* this.performStep(run, compilation, step);
    await compilation.settle(finished);
    return finished;
  }

  private async *run(run: Run, sandbox: Sandbox, step: PlannedStep): AsyncGenerator<RunEvent, FinishedEvent> {
    yield* entered(run, { type: 'phase', phase: 'run' });
    return yield* this.performStep(run, sandbox, step);
  }

  private async *performStep(
    run: Run,
    sandbox: StepPlace,
    step: PlannedStep,
  ): AsyncGenerator<RunEvent, FinishedEvent> {
    const { stop } = run.control;
    const output = new Output(step.limits.outputBytes, run.encoding);
    const diagnostics = diagnosticsOf(run.plan, step);
    const complaints = step.phase === 'compile' ? complaintsOf(run.plan) : undefined;
    const running = startInTurn(sandbox, step.command, run.place);
    using _stopping = whenAborted(stop.signal, () => running.kill());
    using _steered = steered(run, running, step.phase);
    this.feed(run, running, step.phase);
    for await (const event of running.events) {
      if (event.type !== 'exit') {
        yield* this.told(run, { output, diagnostics, complaints }, event);
        continue;
      }
      yield* this.printed(run, output.finish());
      yield* diagnostics.finish();
      if (event.exit.filesOut && run.filesOut) yield* run.filesOut.take(sandbox);
      const { exit } = event;
      const outcome = outcomeOf({ step, exit, output, lacked: complaints?.lacked, stopReason: stop.reason });
      return finishedEvent(step, exit, outcome);
    }
    throw new SandboxBroken('the step ended without saying how');
  }

  private *told(
    run: Run,
    { output, diagnostics, complaints }: Readers,
    event: StepEvent,
  ): Generator<RunEvent, void> {
    if (event.type === 'usage') yield { type: 'usage', cpuMs: event.cpuMs, memoryBytes: event.memoryBytes };
    if (event.type !== 'output') return;
    run.hear?.(event.stream, event.data);
    complaints?.take(event.stream, event.data);
    yield* this.printed(run, output.take(event.stream, event.data));
    if (output.isOver) run.control.stop.because('output_limit');
    yield* diagnostics.take(event.stream, event.data);
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

function* entered({ phases }: Run, event: PhaseEvent): Generator<RunEvent, void> {
  if (!phases.has(event.phase)) yield event;
  phases.add(event.phase);
}

/** A client steers its program; the compiler is none of it. */
function steered(run: Run, running: RunningStep, phase: Phase): Disposable | undefined {
  return phase === 'run' ? run.control.steering?.steer(running) : undefined;
}

function diagnosticsOf({ language, files, judging }: RunPlan, { phase, command }: PlannedStep): Diagnostics {
  return new Diagnostics({
    rules: language.diagnostics,
    phase,
    hasTerminal: command.terminal !== undefined,
    isTest: phase === 'run' && judging !== undefined,
    paths: files.map((file) => file.path),
  });
}

function complaintsOf({ files }: RunPlan): DiskComplaints {
  return new DiskComplaints(files.map(({ path }) => path));
}

function whenAborted(signal: AbortSignal, act: () => void): Disposable {
  if (signal.aborted) act();
  signal.addEventListener('abort', act, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener('abort', act) };
}
