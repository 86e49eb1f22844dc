import { once } from 'node:events';
import { constants } from 'node:os';
import { PassThrough } from 'node:stream';
import {
  type KillReason,
  outFolder,
  type RunningStep,
  type SandboxBroken,
  type SandboxFile,
  type SandboxStep,
  type StepEvent,
  type StepExit,
  type TerminalSize,
} from './sandbox.ts';

/** What a scripted program sees. */
export interface ScriptedProgram {
  readonly step: SandboxStep;
  /** The work folder, by path; a script writes by setting. */
  readonly files: Map<string, SandboxFile>;
  readonly memoryBytes: number;
  /** Whether it goes on in what the sandbox booted. */
  readonly isBooted: boolean;
  /** What was fed; ends when stdin was ended. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** The terminal's size now; undefined without one. */
  readonly size: () => TerminalSize | undefined;
  /** Aborted when the step is over, however it ended. */
  readonly over: AbortSignal;
}

/** A program as a script: it yields what happens. Without an `exit` of its own it exits with 0. */
export type Script = (program: ScriptedProgram) => AsyncIterable<StepEvent>;

type Ending =
  | { readonly killedBy: KillReason | null; readonly signal: number }
  | { readonly broken: SandboxBroken };
type Told = { readonly ending: Ending } | { readonly next: IteratorResult<StepEvent> };

const pipeBytes = 64 * 1024;
const { SIGKILL, SIGCHLD, SIGCONT, SIGURG, SIGWINCH } = constants.signals;
/** What does nothing to a program that does not ask for it. */
const harmless: ReadonlySet<number> = new Set([SIGCHLD, SIGCONT, SIGURG, SIGWINCH]);

/** An exit that cost nothing, with what the test cares about put over it. */
export function exit(details: Partial<StepExit> = {}): StepEvent {
  const plain = { exitCode: 0, signal: null, killedBy: null, wallMs: 1, cpuMs: 1, memoryBytes: 1024 * 1024 };
  return {
    type: 'exit',
    exit: {
      ...plain,
      processRefusals: 0,
      diskFull: false,
      fileFull: false,
      filesOut: false,
      booted: false,
      ...details,
    },
  };
}

export function print(text: string, stream: 'stdout' | 'stderr' = 'stdout'): StepEvent {
  return { type: 'output', stream, data: Buffer.from(text) };
}

/** A step whose program is a script, with the promises of a real one: one exit, always last, first kill wins. */
export class ScriptedStep implements RunningStep {
  readonly events: AsyncIterable<StepEvent>;
  /** Every signal that was sent, and every size that the terminal was given. */
  readonly signals: number[] = [];
  readonly sizes: TerminalSize[] = [];
  isOver = false;
  private readonly stdin = new PassThrough({ highWaterMark: pipeBytes });
  private readonly over = new AbortController();
  private readonly ended: Promise<Ending>;
  private endWith: (ending: Ending) => void = () => undefined;

  constructor(
    readonly step: SandboxStep,
    script: Script,
    private readonly sandbox: Pick<ScriptedProgram, 'files' | 'memoryBytes' | 'isBooted'>,
  ) {
    this.ended = new Promise((resolve) => {
      this.endWith = resolve;
    });
    this.stdin.on('error', () => undefined);
    const size = () => this.sizes.at(-1) ?? step.terminal;
    this.events = this.play(script({ ...sandbox, step, stdin: this.stdin, size, over: this.over.signal }));
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
    this.endWith({ killedBy: 'host', signal: SIGKILL });
  }

  /** A script handles no signal: one that is not harmless ends it. */
  signal(number: number): void {
    if (this.isOver) return;
    this.signals.push(number);
    if (!harmless.has(number)) this.endWith({ killedBy: null, signal: number });
  }

  resize(size: TerminalSize): void {
    if (!this.isOver && this.step.terminal) this.sizes.push(size);
  }

  /** Breaks the step off, as when its sandbox died. */
  fail(broken: SandboxBroken): void {
    this.endWith({ broken });
  }

  private async *play(program: AsyncIterable<StepEvent>): AsyncGenerator<StepEvent> {
    const told = program[Symbol.asyncIterator]();
    try {
      while (true) {
        const event = this.measured(this.eventOf(await Promise.race([this.ending(), this.next(told)])));
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
    return exit({ exitCode: null, ...told.ending });
  }

  private measured(event: StepEvent): StepEvent {
    if (event.type !== 'exit') return event;
    const { files, isBooted } = this.sandbox;
    const left = [...files.keys()].some((path) => path.startsWith(`${outFolder}/`));
    return {
      ...event,
      exit: { ...event.exit, filesOut: this.step.filesOut === true && left, booted: isBooted },
    };
  }

  private limitWall(wallMs: number): void {
    const timer = setTimeout(() => this.endWith({ killedBy: 'wall', signal: SIGKILL }), wallMs);
    this.over.signal.addEventListener('abort', () => clearTimeout(timer));
  }

  private close(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.over.abort();
    this.stdin.destroy();
  }
}
