import type { AgentTalk } from './agent-answer.ts';
import { EventWindow, type WindowValve } from './event-window.ts';
import { type AgentFrame, unfit } from './frame-decoder.ts';
import { encodeEof, encodeKill, encodeResize, encodeSignal, encodeStdin } from './frames.ts';
import {
  type RunningStep,
  SandboxBroken,
  type StepEvent,
  type StepExit,
  type TerminalSize,
} from './sandbox.ts';
import { StdinFeed } from './stdin-feed.ts';

/** What one reader may leave unread before the program is slowed down. */
const windowBytes = 192 * 1024;

/** How a shell tells of a program that it could not execute. */
const exitCodes = { notFound: 127, notExecutable: 126 } as const;
const notFound = 2;
/** ENOMEM: the program asks for more memory than there can be before it begins, as with a huge static array. */
const outOfMemory = 12;
const sigkill = 9;
/** E2BIG, ENOEXEC, EACCES, ENOTDIR, EISDIR, ETXTBSY, ENAMETOOLONG, ELOOP: said of the file, and not of the sandbox. */
const notExecutable: ReadonlySet<number> = new Set([7, 8, 13, 20, 21, 26, 36, 40]);

/** The link, as a step uses it. */
export interface StepLink extends WindowValve {
  send(frame: Buffer): void;
}

/** A step that was sent to the agent. The link hands it the agent's frames. */
export class AgentStep implements RunningStep, AgentTalk {
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

  signal(number: number): void {
    if (!this.isOver) this.link.send(encodeSignal(number));
  }

  resize(size: TerminalSize): void {
    if (!this.isOver) this.link.send(encodeResize(size));
  }

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
    if (frame.type === 'stdinTaken') this.stdin.taken(frame.bytes);
    else if (frame.type === 'output' || frame.type === 'usage') this.window.push(frame);
    else if (frame.type === 'exit') {
      this.leave();
      this.window.push(frame);
    } else throw unfit(frame);
  }

  /** A program that is not there or cannot be executed ends as it would in a shell; anything else is ours. */
  private notStarted(errno: number, message: string): void {
    if (errno === outOfMemory) {
      this.endUnstarted({ signal: sigkill, killedBy: 'memory' });
      return;
    }
    if (errno !== notFound && !notExecutable.has(errno))
      throw new SandboxBroken(`${this.program}: ${message}`);
    const data = Buffer.from(`${this.program}: ${message}\n`);
    this.window.push({ type: 'output', stream: 'stderr', data });
    this.endUnstarted({ exitCode: errno === notFound ? exitCodes.notFound : exitCodes.notExecutable });
  }

  private endUnstarted(end: Partial<StepExit>): void {
    const nobody = { exitCode: null, signal: null, killedBy: null };
    const nothing = {
      wallMs: 0,
      cpuMs: 0,
      memoryBytes: 0,
      processRefusals: 0,
      diskFull: false,
      fileFull: false,
      filesOut: false,
      booted: false,
    };
    this.leave();
    this.window.push({ type: 'exit', exit: { ...nobody, ...nothing, ...end } });
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
