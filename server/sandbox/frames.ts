import type { BootCommand, CollectRequest, SandboxStep, TerminalSize } from './sandbox.ts';

/** What the server says to the agent, byte by byte as `agent/FRAMES.md` has it. */
const frameTypes = {
  file: 1,
  start: 2,
  stdin: 3,
  eof: 4,
  signal: 5,
  kill: 6,
  resize: 7,
  collect: 8,
  reset: 9,
  boot: 10,
} as const;

/** Bytes of stdin that may be on the way unacknowledged. */
export const stdinWindowBytes = 65_536;

/** By this a language's hook knows that it is to wait, and on which descriptor. It takes it away before the program runs. */
const bootEnv = { BUGDRILL_BOOT: '3' } as const;

const maxPayloadBytes = 1_048_576;
const headerBytes = 5;

export interface FilePart {
  readonly path: string;
  readonly content: Uint8Array;
  /** Adds to the file that an earlier part made. */
  readonly append: boolean;
  readonly executable: boolean;
}

export function encodeFile(part: FilePart): Buffer {
  const flags = (part.append ? 1 : 0) | (part.executable ? 2 : 0);
  return frame('file', [u8(flags), text(part.path), part.content]);
}

export function encodeStart(step: SandboxStep): Buffer {
  return frame('start', [
    ...[step.wallMs, step.cpuMs, step.processes, step.openFiles].map(u32),
    u64(step.fileBytes),
    u8((step.terminal ? 1 : 0) | (step.filesOut ? 2 : 0) | (step.booted ? 4 : 0)),
    ...sizeOf(step.terminal ?? { rows: 0, columns: 0 }),
    ...texts(step.argv),
    ...environment(step.env),
  ]);
}

export function encodeBoot({ argv, env, processes, openFiles, fileBytes, forked }: BootCommand): Buffer {
  return frame('boot', [
    ...[processes, openFiles].map(u32),
    u64(fileBytes),
    u8(forked ? 1 : 0),
    ...texts(argv),
    ...environment({ ...env, ...bootEnv }),
  ]);
}

export function encodeStdin(data: Uint8Array): Buffer {
  return frame('stdin', [data]);
}

export function encodeEof(): Buffer {
  return frame('eof', []);
}

export function encodeSignal(number: number): Buffer {
  return frame('signal', [u8(number)]);
}

export function encodeKill(): Buffer {
  return frame('kill', []);
}

export function encodeResize(size: TerminalSize): Buffer {
  return frame('resize', sizeOf(size));
}

export function encodeCollect({ maxBytes, maxFiles, folder }: CollectRequest): Buffer {
  return frame('collect', [u64(maxBytes), u32(maxFiles), text(folder)]);
}

export function encodeReset(): Buffer {
  return frame('reset', []);
}

function frame(type: keyof typeof frameTypes, fields: readonly Uint8Array[]): Buffer {
  const length = fields.reduce((sum, field) => sum + field.length, 0);
  if (length > maxPayloadBytes) throw new RangeError(`A ${type} frame cannot hold ${length} bytes.`);
  return Buffer.concat([u32(length), u8(frameTypes[type]), ...fields], headerBytes + length);
}

function u8(value: number): Buffer {
  return Buffer.of(value);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  if (bytes.includes(0)) throw new RangeError('A string for the agent cannot hold NUL.');
  return Buffer.concat([u16(bytes.length), bytes]);
}

function texts(values: readonly string[]): Buffer[] {
  return [u16(values.length), ...values.map(text)];
}

function environment(env: Readonly<Record<string, string>>): Buffer[] {
  return texts(Object.entries(env).map(([name, value]) => `${name}=${value}`));
}

function sizeOf({ rows, columns }: TerminalSize): Buffer[] {
  return [u16(rows), u16(columns)];
}
