import { type AgentFrame, unfit } from './frame-decoder.ts';
import type { FilePart } from './frames.ts';
import {
  type Collected,
  type CollectRequest,
  type Rest,
  SandboxBroken,
  type SandboxFile,
} from './sandbox.ts';

/** Something that the agent was asked for and has to finish before the next: the link hands it the agent's frames. */
export interface AgentTalk {
  readonly isOver: boolean;
  /** Throws `SandboxBroken` for a frame that does not fit the moment. */
  take(frame: AgentFrame): void;
  fail(error: SandboxBroken): void;
}

/** A question between steps, and what came of it. */
abstract class AgentAnswer<Answer> implements AgentTalk {
  readonly answer: Promise<Answer>;
  isOver = false;
  private resolve: (answer: Answer) => void = () => undefined;
  private reject: (error: SandboxBroken) => void = () => undefined;

  constructor() {
    this.answer = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  abstract take(frame: AgentFrame): void;

  fail(error: SandboxBroken): void {
    this.isOver = true;
    this.reject(error);
  }

  protected finish(answer: Answer): void {
    this.isOver = true;
    this.resolve(answer);
  }
}

const mostLeftOut = 100;

/** Puts the pieces of files together as they come; an agent that sends more than it was asked for is no agent of ours. */
export class CollectAnswer extends AgentAnswer<Collected> {
  private readonly files: (Omit<SandboxFile, 'content'> & { readonly parts: Uint8Array[] })[] = [];
  private readonly leftOut: string[] = [];
  private bytes = 0;

  constructor(private readonly request: CollectRequest) {
    super();
  }

  take(frame: AgentFrame): void {
    if (frame.type === 'fileOut') this.takePart(frame.part);
    else if (frame.type === 'leftOut') this.takeLeftOut(frame.path);
    else if (frame.type === 'collected') this.finish({ files: this.whole(), leftOut: this.leftOut });
    else throw unfit(frame);
  }

  private takePart({ path, content, append, executable }: FilePart): void {
    const last = this.files.at(-1);
    if (!append) this.files.push({ path, executable, parts: [content] });
    else if (last?.path === path) last.parts.push(content);
    else throw new SandboxBroken('The agent continued a file that it did not begin.');
    this.bytes += content.length;
    const { maxBytes, maxFiles } = this.request;
    if (this.bytes > maxBytes || this.files.length > maxFiles)
      throw new SandboxBroken('The agent collected more than it was asked for.');
  }

  private takeLeftOut(path: string): void {
    this.leftOut.push(path);
    if (this.leftOut.length > mostLeftOut)
      throw new SandboxBroken('The agent left out more than it may name.');
  }

  private whole(): SandboxFile[] {
    return this.files.map(({ parts, ...file }) => ({ ...file, content: Buffer.concat(parts) }));
  }
}

/** Throws at what could not be cleaned, which breaks the link. */
export class ResetAnswer extends AgentAnswer<Rest> {
  take(frame: AgentFrame): void {
    if (frame.type !== 'reset') throw unfit(frame);
    if (frame.dirt !== '') throw new SandboxBroken(`The sandbox could not be cleaned: ${frame.dirt}.`);
    this.finish({ restMs: frame.restMs });
  }
}
