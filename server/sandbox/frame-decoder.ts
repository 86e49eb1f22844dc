import type { OutputStream } from '#protocol/run-event.ts';
import type { FilePart } from './frames.ts';
import { type KillReason, SandboxBroken, type StepExit } from './sandbox.ts';

/** What the agent says. Output may come in smaller pieces than the agent framed it in. */
export type AgentFrame =
  | { readonly type: 'ready'; readonly protocol: number; readonly cgroup: number }
  | { readonly type: 'output'; readonly stream: OutputStream; readonly data: Uint8Array }
  | { readonly type: 'stdinTaken'; readonly bytes: number }
  | { readonly type: 'started' }
  | { readonly type: 'usage'; readonly cpuMs: number; readonly memoryBytes: number }
  | { readonly type: 'exit'; readonly exit: StepExit }
  | { readonly type: 'startFailed'; readonly errno: number; readonly message: string }
  | { readonly type: 'fileOut'; readonly part: FilePart }
  | { readonly type: 'leftOut'; readonly path: string }
  | { readonly type: 'collected' }
  /** `dirt` says what could not be cleaned; empty when nothing is left. */
  | { readonly type: 'reset'; readonly restMs: number; readonly dirt: string }
  /** Whether what was to be booted came up. */
  | { readonly type: 'booted'; readonly isUp: boolean }
  | { readonly type: 'error'; readonly code: number; readonly errno: number; readonly message: string };

/** The codes of an `error` frame that leave the agent usable. */
export const errorCodes = { file: 2, state: 3 } as const;

const headerBytes = 5;
const maxOutputBytes = 65_536;
/** Everything but output and files is small; what says it is not is nonsense. */
const maxAnswerBytes = 512;
const fileOut = 0x89;

const outputs: ReadonlyMap<number, OutputStream> = new Map([
  [0x82, 'stdout'],
  [0x83, 'stderr'],
]);

const answers = new Map<number, (fields: Fields) => AgentFrame>([
  [0x81, (fields) => ({ type: 'ready', protocol: fields.u8(), cgroup: fields.u8() })],
  [0x84, (fields) => ({ type: 'stdinTaken', bytes: fields.u32() })],
  [0x85, () => ({ type: 'started' })],
  [0x86, (fields) => ({ type: 'usage', cpuMs: fields.milliseconds(), memoryBytes: fields.u64() })],
  [0x87, (fields) => ({ type: 'exit', exit: readExit(fields) })],
  [0x88, (fields) => ({ type: 'startFailed', errno: fields.u32(), message: fields.text() })],
  [fileOut, (fields) => ({ type: 'fileOut', part: readFilePart(fields) })],
  [0x8a, (fields) => ({ type: 'leftOut', path: fields.text() })],
  [0x8b, () => ({ type: 'collected' })],
  [0x8c, (fields) => ({ type: 'reset', restMs: fields.u32(), dirt: fields.text() })],
  [0x8d, (fields) => ({ type: 'booted', isUp: fields.u8() === 1 })],
  [0x8f, (fields) => ({ type: 'error', code: fields.u8(), errno: fields.u32(), message: fields.text() })],
]);

/**
 * Turns the agent's bytes into frames, wherever they are cut. Output is passed on as it comes, without copying;
 * nothing else is longer than a piece of a file, so nothing grows. Throws `SandboxBroken` on nonsense.
 */
export class FrameDecoder {
  private readonly header = Buffer.alloc(headerBytes);
  private headerFilled = 0;
  private answer = Buffer.alloc(0);
  private answerFilled = 0;
  private outputLeft = 0;

  decode(chunk: Buffer): AgentFrame[] {
    const frames: AgentFrame[] = [];
    let rest = chunk;
    while (rest.length > 0) {
      const piece = rest.subarray(0, this.wanted());
      rest = rest.subarray(piece.length);
      const frame = this.take(piece);
      if (frame) frames.push(frame);
    }
    return frames;
  }

  private wanted(): number {
    if (this.headerFilled < headerBytes) return headerBytes - this.headerFilled;
    return this.outputLeft || this.answer.length - this.answerFilled;
  }

  private take(piece: Buffer): AgentFrame | null {
    if (this.headerFilled < headerBytes) return this.takeHeader(piece);
    return this.outputLeft > 0 ? this.takeOutput(piece) : this.takeAnswer(piece);
  }

  private takeHeader(piece: Buffer): AgentFrame | null {
    this.headerFilled += piece.copy(this.header, this.headerFilled);
    if (this.headerFilled < headerBytes) return null;
    const length = this.header.readUInt32LE(0);
    const isOutput = outputs.has(this.type());
    if (!fits(this.type(), length)) throw nonsense(`header ${this.header.toString('hex')}`);
    if (isOutput) this.outputLeft = length;
    else this.answer = Buffer.alloc(length);
    this.answerFilled = 0;
    return isOutput || length > 0 ? null : this.finishAnswer();
  }

  private takeOutput(data: Buffer): AgentFrame | null {
    const stream = outputs.get(this.type()) ?? 'stdout';
    this.outputLeft -= data.length;
    if (this.outputLeft === 0) this.headerFilled = 0;
    return { type: 'output', stream, data };
  }

  private takeAnswer(piece: Buffer): AgentFrame | null {
    this.answerFilled += piece.copy(this.answer, this.answerFilled);
    return this.answerFilled < this.answer.length ? null : this.finishAnswer();
  }

  private finishAnswer(): AgentFrame | null {
    const fields = new Fields(this.answer);
    const frame = answers.get(this.type())?.(fields) ?? null;
    fields.end();
    this.headerFilled = 0;
    return frame;
  }

  private type(): number {
    return this.header.readUInt8(4);
  }
}

function fits(type: number, length: number): boolean {
  if (outputs.has(type)) return length > 0 && length <= maxOutputBytes;
  return answers.has(type) && length <= (type === fileOut ? maxOutputBytes : maxAnswerBytes);
}

const killReasons: readonly (KillReason | null)[] = [null, 'wall', 'cpu', 'memory', 'host'];

function readExit(fields: Fields): StepExit {
  const killedBy = killReasons[fields.u8()];
  const signalled = fields.u8() === 1;
  const value = fields.u8();
  const flags = fields.u8();
  const measured = { wallMs: fields.milliseconds(), cpuMs: fields.milliseconds(), memoryBytes: fields.u64() };
  fields.u32(); // Out-of-memory kills: `killedBy` says it already.
  if (killedBy === undefined) throw nonsense('an exit for no known reason');
  return {
    exitCode: signalled ? null : value,
    signal: signalled ? value : null,
    killedBy,
    ...measured,
    processRefusals: fields.u32(),
    ...readFullFolder(fields),
    fileFull: (flags & 1) !== 0,
    filesOut: (flags & 2) !== 0,
    booted: (flags & 4) !== 0,
  };
}

function readFullFolder(fields: Fields): Pick<StepExit, 'diskFull' | 'fullFolder'> {
  const path = fields.text();
  const bytes = fields.u64();
  const files = fields.u64() || undefined;
  return path === '' ? { diskFull: false } : { diskFull: true, fullFolder: { path, bytes, files } };
}

function readFilePart(fields: Fields): FilePart {
  const flags = fields.u8();
  const path = fields.text();
  return { path, content: fields.rest(), append: (flags & 1) !== 0, executable: (flags & 2) !== 0 };
}

/** Reads the fields of a payload in their order; a payload too short or too long is nonsense. */
class Fields {
  private at = 0;

  constructor(private readonly payload: Buffer) {}

  u8(): number {
    return this.payload.readUInt8(this.skip(1));
  }

  u32(): number {
    return this.payload.readUInt32LE(this.skip(4));
  }

  u64(): number {
    return Number(this.payload.readBigUInt64LE(this.skip(8)));
  }

  milliseconds(): number {
    return this.u64() / 1000;
  }

  text(): string {
    const length = this.payload.readUInt16LE(this.skip(2));
    const start = this.skip(length);
    return this.payload.toString('utf8', start, start + length);
  }

  rest(): Buffer {
    return this.payload.subarray(this.skip(this.payload.length - this.at));
  }

  end(): void {
    if (this.at !== this.payload.length) throw nonsense('a frame with more than its fields');
  }

  private skip(bytes: number): number {
    const start = this.at;
    this.at += bytes;
    if (this.at > this.payload.length) throw nonsense('a frame cut short');
    return start;
  }
}

/** For a frame that nobody waits for. */
export function unfit(frame: AgentFrame): SandboxBroken {
  return new SandboxBroken(`The agent sent a frame out of turn: ${frame.type}.`);
}

function nonsense(what: string): SandboxBroken {
  return new SandboxBroken(`The agent sent ${what}.`);
}
