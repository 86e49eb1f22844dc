import type { Duplex } from 'node:stream';
import { type AgentTalk, CollectAnswer, ResetAnswer } from './agent-answer.ts';
import { AgentStep, type StepLink } from './agent-step.ts';
import { type AgentFrame, errorCodes, FrameDecoder, unfit } from './frame-decoder.ts';
import { encodeBoot, encodeCollect, encodeFile, encodeReset, encodeStart } from './frames.ts';
import {
  type BootCommand,
  type Collected,
  type CollectRequest,
  type Rest,
  type RunningStep,
  SandboxBroken,
  type SandboxFile,
  type SandboxStep,
} from './sandbox.ts';

const spokenProtocol = 5;
const maxPartBytes = 512 * 1024;

export interface AgentLinkOptions {
  /** Says why the agent's stream ended: only the engine knows. */
  readonly explainEnd?: () => Promise<SandboxBroken>;
  /** How long past its wall limit a step may stay silent before the agent counts as gone. */
  readonly graceMs?: number;
}

/**
 * The talk with one agent, over its stdio. Whatever goes wrong ends the link once and for all: the stream is destroyed,
 * a step under way throws, and the next one cannot start.
 */
export class AgentLink implements StepLink {
  /** Resolves, and never rejects, when the link has ended. */
  readonly gone: Promise<SandboxBroken>;
  private readonly decoder = new FrameDecoder();
  private readonly isReady: Promise<void>;
  private markReady: () => void = () => undefined;
  private markGone: (broken: SandboxBroken) => void = () => undefined;
  private broken: SandboxBroken | null = null;
  private talk: AgentTalk | null = null;
  /** How many boots the agent has not answered yet. */
  private booting = 0;
  private heardLately = false;
  private isEnding = false;
  private overdue: NodeJS.Timeout | undefined;

  constructor(
    private readonly stream: Duplex,
    private readonly options: AgentLinkOptions = {},
  ) {
    this.isReady = new Promise((resolve) => {
      this.markReady = resolve;
    });
    this.gone = new Promise((resolve) => {
      this.markGone = resolve;
    });
    stream.on('data', (chunk: Buffer) => this.receive(chunk));
    stream.on('error', (cause) => void this.ended(cause));
    for (const event of ['end', 'close']) stream.on(event, () => void this.ended());
  }

  /** Resolves when the agent takes frames; throws `SandboxBroken` when it does not in time. */
  async ready(timeoutMs: number): Promise<void> {
    const late = new SandboxBroken(`The agent was not ready after ${timeoutMs} ms.`);
    const timer = setTimeout(() => this.break(late), timeoutMs);
    const broken = await Promise.race([this.isReady, this.gone]);
    clearTimeout(timer);
    if (broken) throw broken;
  }

  /** Resolves when the files are on their way. What the agent then cannot write breaks the link. */
  async writeFiles(files: readonly SandboxFile[]): Promise<void> {
    for (const file of files) await this.writeFile(file);
  }

  /** False while something is being booted; what does not come up is not waited for. */
  get isUp(): boolean {
    return this.booting === 0;
  }

  /** Between steps. What then does not come up is started plainly when it is needed: nobody waits for it. */
  boot(command: BootCommand): void {
    this.booting += 1;
    this.send(encodeBoot(command));
  }

  /** Throws when the last step is not over, and `SandboxBroken` when the link has ended. */
  start(step: SandboxStep): RunningStep {
    const running = new AgentStep(step.argv[0] ?? '', this);
    this.begin(running, encodeStart(step));
    if (step.wallMs > 0) this.expectEnd(step.wallMs + this.graceMs());
    return running;
  }

  /** Throws as `start` does. */
  async collect(request: CollectRequest): Promise<Collected> {
    const collecting = new CollectAnswer(request);
    this.begin(collecting, encodeCollect(request));
    this.expectEnd(this.graceMs());
    return collecting.answer;
  }

  /** Throws as `start` does; a sandbox that cannot be cleaned ends the link. */
  async reset(): Promise<Rest> {
    const resetting = new ResetAnswer();
    this.begin(resetting, encodeReset());
    this.expectEnd(this.graceMs());
    return resetting.answer;
  }

  /** Ends the link, and with it the agent. The first reason stays. */
  break(broken: SandboxBroken): void {
    if (this.broken) return;
    this.broken = broken;
    clearTimeout(this.overdue);
    this.talk?.fail(broken);
    this.stream.destroy();
    this.markGone(broken);
  }

  send(frame: Buffer): void {
    // A write that fails also ends the stream, and that is where it is heard.
    if (!this.broken) this.write(frame);
  }

  close(): void {
    this.stream.pause();
  }

  open(): void {
    this.stream.resume();
  }

  private begin(talk: AgentTalk, frame: Buffer): void {
    if (this.broken) throw this.broken;
    if (this.talk?.isOver === false) throw new Error('One step at a time: the last one is not over.');
    this.talk = talk;
    this.send(frame);
  }

  private async writeFile(file: SandboxFile): Promise<void> {
    const { path, content, executable = false } = file;
    let at = 0;
    do {
      const part = content.subarray(at, at + maxPartBytes);
      await this.sendAll(encodeFile({ path, content: part, append: at > 0, executable }));
      at += part.length;
    } while (at < content.length);
  }

  private async sendAll(frame: Buffer): Promise<void> {
    if (this.broken) throw this.broken;
    let settle: (failed: boolean) => void = () => undefined;
    const failed = new Promise<boolean>((resolve) => {
      settle = resolve;
    });
    if (this.write(frame, (error) => settle(error !== null && error !== undefined))) return;
    const broken = await Promise.race([failed, this.gone]);
    if (broken) throw await this.gone;
  }

  /** Frames of one turn, as a run's files and its start, leave together. True when there is room for more. */
  private write(frame: Buffer, done?: (error: Error | null | undefined) => void): boolean {
    if (this.stream.writableCorked === 0) {
      this.stream.cork();
      process.nextTick(() => this.stream.uncork());
    }
    return this.stream.write(frame, done);
  }

  private receive(chunk: Buffer): void {
    this.heardLately = true;
    try {
      for (const frame of this.decoder.decode(chunk)) this.take(frame);
    } catch (error) {
      this.break(
        error instanceof SandboxBroken
          ? error
          : new SandboxBroken('The link failed.', false, { cause: error }),
      );
    }
  }

  private take(frame: AgentFrame): void {
    if (frame.type === 'ready') this.takeReady(frame.protocol);
    else if (frame.type === 'booted') this.takeBooted(frame);
    else if (frame.type === 'error') throw new SandboxBroken(reproach(frame.code, frame.message));
    else this.takeForTalk(frame);
  }

  private takeForTalk(frame: AgentFrame): void {
    if (!this.talk || this.talk.isOver)
      throw new SandboxBroken(`The agent sent ${frame.type} without a step.`);
    this.talk.take(frame);
    if (this.talk.isOver) clearTimeout(this.overdue);
  }

  private takeReady(protocol: number): void {
    if (protocol !== spokenProtocol) throw new SandboxBroken(`The agent speaks protocol ${protocol}.`);
    this.markReady();
  }

  private takeBooted(frame: AgentFrame): void {
    if (this.booting === 0) throw unfit(frame);
    this.booting -= 1;
  }

  /** Whether a read or a write saw the end first: why the sandbox ended, only the engine knows. */
  private async ended(error?: Error): Promise<void> {
    if (this.broken || this.isEnding) return;
    this.isEnding = true;
    const message = error ? 'The sandbox cannot be reached.' : 'The sandbox ended.';
    const explain = this.options.explainEnd ?? (async () => new SandboxBroken(message));
    const broken = await explain().catch(
      (cause: unknown) => new SandboxBroken(message, false, { cause: error ?? cause }),
    );
    this.break(broken);
  }

  /** The agent ends steps by its own clock; this is for an agent that does nothing any more. */
  private expectEnd(afterMs: number): void {
    this.heardLately = false;
    this.overdue = setTimeout(() => {
      if (this.heardLately || this.stream.isPaused()) this.expectEnd(this.graceMs());
      else this.break(new SandboxBroken('The agent did not end the step in time.'));
    }, afterMs);
    this.overdue.unref();
  }

  private graceMs(): number {
    return this.options.graceMs ?? 10_000;
  }
}

function reproach(code: number, message: string): string {
  switch (code) {
    case errorCodes.file:
      return `A file could not be written: ${message}.`;
    case errorCodes.state:
      return `The agent refused a frame: ${message}.`;
    default:
      return `The agent does not understand the server: ${message}.`;
  }
}
