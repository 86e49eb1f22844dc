import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type {
  KillReason,
  RunningStep,
  SandboxBroken,
  SandboxFile,
  SandboxStep,
  StepEvent,
  StepExit,
} from './sandbox.ts';

/** What a scripted program sees. */
export interface ScriptedProgram {
  readonly step: SandboxStep;
  readonly files: ReadonlyMap<string, SandboxFile>;
  readonly memoryBytes: number;
  /** What was fed; ends when stdin was ended. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Aborted when the step is over, however it ended. */
  readonly over: AbortSignal;
}

/** A program as a script: it yields what happens. Without an `exit` of its own it exits with 0. */
export type Script = (program: ScriptedProgram) => AsyncIterable<StepEvent>;

type Ending = { readonly killedBy: KillReason } | { readonly broken: SandboxBroken };
type Told = { readonly ending: Ending } | { readonly next: IteratorResult<StepEvent> };

const pipeBytes = 64 * 1024;
const sigkill = 9;

/** An exit that cost nothing, with what the test cares about put over it. */
export function exit(details: Partial<StepExit> = {}): StepEvent {
  const plain = { exitCode: 0, signal: null, killedBy: null, wallMs: 1, cpuMs: 1, memoryBytes: 1024 * 1024 };
  return { type: 'exit', exit: { ...plain, processRefusals: 0, diskFull: false, ...details } };
}

export function print(text: string, stream: 'stdout' | 'stderr' = 'stdout'): StepEvent {
  return { type: 'output', stream, data: Buffer.from(text) };
}

/** A step whose program is a script, with the promises of a real one: one exit, always last, first kill wins. */
export class ScriptedStep implements RunningStep {
  readonly events: AsyncIterable<StepEvent>;
  isOver = false;
  private readonly stdin = new PassThrough({ highWaterMark: pipeBytes });
  private readonly over = new AbortController();
  private readonly ended: Promise<Ending>;
  private endWith: (ending: Ending) => void = () => undefined;

  constructor(
    readonly step: SandboxStep,
    script: Script,
    sandbox: Pick<ScriptedProgram, 'files' | 'memoryBytes'>,
  ) {
    this.ended = new Promise((resolve) => {
      this.endWith = resolve;
    });
    this.stdin.on('error', () => undefined);
    this.events = this.play(script({ ...sandbox, step, stdin: this.stdin, over: this.over.signal }));
    if (step.wallMs > 0) this.limitWall(step.wallMs);
  }

  async write(data: Uint8Array): Promise<void> {
    if (this.isOver || this.stdin.writableEnded || this.stdin.write(data)) return;
    await once(this.stdin, 'drain', { signal: this.over.signal }).catch(() => undefined);
  }

  end(): void {
    this.stdin.end();
  }

  kill(): void {
    this.endWith({ killedBy: 'host' });
  }

  /** Breaks the step off, as when its sandbox died. */
  fail(broken: SandboxBroken): void {
    this.endWith({ broken });
  }

  private async *play(program: AsyncIterable<StepEvent>): AsyncGenerator<StepEvent> {
    const told = program[Symbol.asyncIterator]();
    try {
      while (true) {
        const event = this.eventOf(await Promise.race([this.ending(), this.next(told)]));
        if (event.type === 'exit') this.close();
        yield event;
        if (event.type === 'exit') return;
      }
    } finally {
      this.close();
      // A script that waits for something that never comes never returns either.
      told.return?.().catch(() => undefined);
    }
  }

  private async ending(): Promise<Told> {
    return { ending: await this.ended };
  }

  private async next(told: AsyncIterator<StepEvent>): Promise<Told> {
    return { next: await told.next() };
  }

  private eventOf(told: Told): StepEvent {
    if ('next' in told) return told.next.done ? exit() : told.next.value;
    if ('broken' in told.ending) throw told.ending.broken;
    return exit({ exitCode: null, signal: sigkill, killedBy: told.ending.killedBy });
  }

  private limitWall(wallMs: number): void {
    const timer = setTimeout(() => this.endWith({ killedBy: 'wall' }), wallMs);
    this.over.signal.addEventListener('abort', () => clearTimeout(timer));
  }

  private close(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.over.abort();
    this.stdin.destroy();
  }
}
