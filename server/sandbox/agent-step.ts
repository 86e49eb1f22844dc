import { EventWindow, type WindowValve } from './event-window.ts';
import type { AgentFrame } from './frame-decoder.ts';
import { encodeEof, encodeKill, encodeStdin } from './frames.ts';
import { type RunningStep, SandboxBroken, type StepEvent } from './sandbox.ts';
import { StdinFeed } from './stdin-feed.ts';

/** What one reader may leave unread before the program is slowed down. */
const windowBytes = 192 * 1024;

/** How a shell tells of a program that it could not execute. */
const exitCodes = { notFound: 127, notExecutable: 126 } as const;
const notFound = 2;
/** E2BIG, ENOEXEC, EACCES, ENOTDIR, EISDIR, ETXTBSY, ENAMETOOLONG, ELOOP: said of the file, and not of the sandbox. */
const notExecutable: ReadonlySet<number> = new Set([7, 8, 13, 20, 21, 26, 36, 40]);

/** The link, as a step uses it. */
export interface StepLink extends WindowValve {
  send(frame: Buffer): void;
}

/** A step that was sent to the agent. The link hands it the agent's frames. */
export class AgentStep implements RunningStep {
  readonly events: AsyncIterable<StepEvent>;
  private readonly window: EventWindow;
  private readonly stdin: StdinFeed;
  private state: 'starting' | 'running' | 'over' = 'starting';

  constructor(
    private readonly program: string,
    private readonly link: StepLink,
  ) {
    this.window = new EventWindow(windowBytes, link);
    this.stdin = new StdinFeed({
      send: (data) => link.send(encodeStdin(data)),
      end: () => link.send(encodeEof()),
    });
    this.events = this.read();
  }

  get isOver(): boolean {
    return this.state === 'over';
  }

  write(data: Uint8Array): Promise<void> {
    return this.stdin.write(data);
  }

  end(): void {
    this.stdin.end();
  }

  kill(): void {
    if (!this.isOver) this.link.send(encodeKill());
  }

  /** Throws `SandboxBroken` for a frame that does not fit the moment. */
  take(frame: AgentFrame): void {
    if (this.state === 'starting') this.takeFirst(frame);
    else this.takeNext(frame);
  }

  fail(error: SandboxBroken): void {
    this.leave();
    this.window.fail(error);
  }

  private takeFirst(frame: AgentFrame): void {
    if (frame.type === 'started') this.state = 'running';
    else if (frame.type === 'startFailed') this.notStarted(frame.errno, frame.message);
    else throw unfit(frame);
  }

  private takeNext(frame: AgentFrame): void {
    switch (frame.type) {
      case 'stdinTaken':
        this.stdin.taken(frame.bytes);
        break;
      case 'exit':
        this.leave();
        this.window.push(frame);
        break;
      case 'output':
      case 'usage':
        this.window.push(frame);
        break;
      case 'ready':
      case 'started':
      case 'startFailed':
      case 'error':
        throw unfit(frame);
    }
  }

  /** A program that is not there or cannot be executed ends as it would in a shell; anything else is ours. */
  private notStarted(errno: number, message: string): void {
    if (errno !== notFound && !notExecutable.has(errno))
      throw new SandboxBroken(`${this.program}: ${message}`);
    this.leave();
    const data = Buffer.from(`${this.program}: ${message}\n`);
    const exitCode = errno === notFound ? exitCodes.notFound : exitCodes.notExecutable;
    const nothingUsed = { wallMs: 0, cpuMs: 0, memoryBytes: 0, processRefusals: 0, diskFull: false };
    this.window.push({ type: 'output', stream: 'stderr', data });
    this.window.push({ type: 'exit', exit: { exitCode, signal: null, killedBy: null, ...nothingUsed } });
  }

  private leave(): void {
    this.state = 'over';
    this.stdin.close();
  }

  /** A reader that walks away ends the step: nobody would read the rest. */
  private async *read(): AsyncGenerator<StepEvent> {
    try {
      yield* this.window;
    } finally {
      this.kill();
      this.window.drop();
    }
  }
}

function unfit(frame: AgentFrame): SandboxBroken {
  return new SandboxBroken(`The agent sent a frame out of turn: ${frame.type}.`);
}
