import { describe, expect, test } from 'vitest';
import { type AgentFrame, FrameDecoder } from './frame-decoder.ts';
import {
  encodeBoot,
  encodeCollect,
  encodeEof,
  encodeFile,
  encodeKill,
  encodeReset,
  encodeResize,
  encodeSignal,
  encodeStart,
  encodeStdin,
} from './frames.ts';
import { SandboxBroken } from './sandbox.ts';

const step = {
  argv: ['sh', '-c'],
  env: { A: 'ß' },
  wallMs: 1,
  cpuMs: 2,
  processes: 3,
  openFiles: 4,
  fileBytes: 5,
};

function hex(text: string): Buffer {
  return Buffer.from(text.replaceAll(/[^0-9a-f]/g, ''), 'hex');
}

function frame(type: number, payload: Uint8Array): Buffer {
  const header = Buffer.alloc(5);
  header.writeUInt32LE(payload.length);
  header[4] = type;
  return Buffer.concat([header, payload]);
}

describe('to the agent', () => {
  test('a file is its flags, its path and its content', () => {
    const part = { path: 'a/ß', content: Buffer.from('xyz'), append: true, executable: true };
    expect(encodeFile(part)).toEqual(hex('0a000000 01 03 0400 612fc39f 78797a'));
    expect(encodeFile({ ...part, append: false, executable: false })[5]).toBe(0);
  });

  test('a start is its limits, its terminal, its arguments and its environment', () => {
    const limits = '01000000 02000000 03000000 04000000 0500000000000000';
    const argv = '0200 0200 7368 0200 2d63';
    const env = '0100 0400 413dc39f';
    expect(encodeStart(step)).toEqual(hex(`2f000000 02 ${limits} 00 0000 0000 ${argv} ${env}`));
    const terminal = { rows: 24, columns: 80 };
    const inTerminal = encodeStart({ ...step, terminal });
    expect(inTerminal).toEqual(hex(`2f000000 02 ${limits} 01 1800 5000 ${argv} ${env}`));
    const filesOut = encodeStart({ ...step, filesOut: true });
    expect(filesOut).toEqual(hex(`2f000000 02 ${limits} 02 0000 0000 ${argv} ${env}`));
    const booted = encodeStart({ ...step, booted: true });
    expect(booted).toEqual(hex(`2f000000 02 ${limits} 04 0000 0000 ${argv} ${env}`));
  });

  test('a boot is its limits, its arguments and its environment, with the word for its hook', () => {
    const limits = '03000000 04000000 0500000000000000';
    const argv = '0200 0200 7368 0200 2d63';
    const env = `0200 0400 413dc39f 0f00 ${Buffer.from('BUGDRILL_BOOT=3').toString('hex')}`;
    expect(encodeBoot(step)).toEqual(hex(`34000000 0a ${limits} 00 ${argv} ${env}`));
  });

  test('the small frames are what the page says', () => {
    expect(encodeStdin(Buffer.from('hi'))).toEqual(hex('02000000 03 6869'));
    expect(encodeEof()).toEqual(hex('00000000 04'));
    expect(encodeSignal(15)).toEqual(hex('01000000 05 0f'));
    expect(encodeKill()).toEqual(hex('00000000 06'));
    expect(encodeResize({ rows: 50, columns: 132 })).toEqual(hex('04000000 07 3200 8400'));
    const request = { folder: 'out', maxBytes: 2 ** 32, maxFiles: 64 };
    expect(encodeCollect(request)).toEqual(hex('11000000 08 0000000001000000 40000000 0300 6f7574'));
    expect(encodeReset()).toEqual(hex('00000000 09'));
  });

  test('what the agent would not understand is not sent', () => {
    expect(() => encodeStart({ ...step, argv: ['a\0b'] })).toThrow(RangeError);
    expect(() => encodeStart({ ...step, argv: ['a'.repeat(70_000)] })).toThrow(RangeError);
    expect(() => encodeStart({ ...step, wallMs: -1 })).toThrow(RangeError);
    expect(() => encodeStdin(Buffer.alloc(1_048_577))).toThrow(RangeError);
  });
});

const said: readonly (readonly [AgentFrame, Buffer])[] = [
  [{ type: 'ready', protocol: 5, cgroup: 2 }, frame(0x81, Buffer.of(5, 2))],
  [{ type: 'started' }, frame(0x85, Buffer.of())],
  [{ type: 'output', stream: 'stdout', data: Buffer.from('out') }, frame(0x82, Buffer.from('out'))],
  [{ type: 'output', stream: 'stderr', data: Buffer.from('err') }, frame(0x83, Buffer.from('err'))],
  [{ type: 'stdinTaken', bytes: 65_536 }, frame(0x84, hex('00000100'))],
  [{ type: 'usage', cpuMs: 1.5, memoryBytes: 4096 }, frame(0x86, hex('dc05000000000000 0010000000000000'))],
  [
    {
      type: 'exit',
      exit: {
        exitCode: null,
        signal: 9,
        killedBy: 'memory',
        wallMs: 2,
        cpuMs: 1,
        memoryBytes: 2 ** 32,
        processRefusals: 7,
        diskFull: true,
        fullFolder: { path: '/tmp', bytes: 32 * 1024 * 1024, files: undefined },
        fileFull: true,
        filesOut: false,
        booted: true,
      },
    },
    frame(
      0x87,
      hex(
        '03010905 d007000000000000 e803000000000000 0000000001000000 01000000 07000000 0400 2f746d70 0000000200000000 0000000000000000',
      ),
    ),
  ],
  [{ type: 'startFailed', errno: 2, message: 'no' }, frame(0x88, hex('02000000 0200 6e6f'))],
  [
    {
      type: 'fileOut',
      part: { path: 'ü', content: Buffer.from('hi'), append: true, executable: true },
    },
    frame(0x89, hex('03 0200 c3bc 6869')),
  ],
  [
    { type: 'fileOut', part: { path: 'a', content: Buffer.of(), append: false, executable: false } },
    frame(0x89, hex('00 0100 61')),
  ],
  [{ type: 'leftOut', path: 'b' }, frame(0x8a, hex('0100 62'))],
  [{ type: 'collected' }, frame(0x8b, Buffer.of())],
  [{ type: 'reset', restMs: 200, dirt: 'd' }, frame(0x8c, hex('c8000000 0100 64'))],
  [{ type: 'booted', isUp: true }, frame(0x8d, Buffer.of(1))],
  [{ type: 'error', code: 2, errno: 28, message: 'ß' }, frame(0x8f, hex('02 1c000000 0200 c39f'))],
];

const wholeTalk = Buffer.concat(said.map(([, bytes]) => bytes));

/** Numbers below `limit`, the same ones for the same seed. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function* pieces(bytes: Buffer, below: (limit: number) => number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; ) {
    const length = 1 + below(9);
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

/** Output may be cut anywhere: joins what belongs together. */
function joined(frames: readonly AgentFrame[]): AgentFrame[] {
  const whole: AgentFrame[] = [];
  for (const next of frames) {
    const last = whole.at(-1);
    if (next.type === 'output' && last?.type === 'output' && last.stream === next.stream) {
      whole[whole.length - 1] = { ...last, data: Buffer.concat([last.data, next.data]) };
    } else whole.push(next);
  }
  return whole;
}

describe('from the agent', () => {
  test.each(said)('$type is read field by field', (expected, bytes) => {
    expect(new FrameDecoder().decode(bytes)).toEqual([expected]);
  });

  test('the same bytes are the same frames, wherever they are cut', () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const decoder = new FrameDecoder();
      const frames = [...pieces(wholeTalk, numbers(seed))].flatMap((piece) => decoder.decode(piece));
      expect(joined(frames), `seed ${seed}`).toEqual(said.map(([expected]) => expected));
    }
  });

  test('output is passed on before its frame is whole, and without copying', () => {
    const chunk = frame(0x82, Buffer.alloc(60_000, 'x')).subarray(0, 1_000);
    const [output] = new FrameDecoder().decode(chunk);
    expect(output).toMatchObject({ type: 'output', stream: 'stdout' });
    expect(output?.type === 'output' && output.data.buffer === chunk.buffer).toBe(true);
    expect(output?.type === 'output' && output.data.length).toBe(995);
  });

  test.each([
    ['an unknown type', frame(0x42, Buffer.of())],
    ['a type of the other direction', frame(0x02, Buffer.of())],
    ['output without bytes', frame(0x82, Buffer.of())],
    ['output that is too long', frame(0x82, Buffer.alloc(65_537)).subarray(0, 5)],
    ['an answer that is too long', hex('00000040 87')],
    ['an exit cut short', frame(0x87, Buffer.alloc(53))],
    ['an exit with more than its fields', frame(0x87, Buffer.alloc(55))],
    ['an exit for no known reason', frame(0x87, Buffer.alloc(54, 5))],
    ['a piece of a file that is too long', frame(0x89, Buffer.alloc(65_537)).subarray(0, 5)],
    ['a piece of a file without its path', frame(0x89, hex('00 0500 61'))],
    ['a text longer than its frame', frame(0x88, hex('00000000 0500 61'))],
  ])('%s is nonsense', (_what, bytes) => {
    expect(() => new FrameDecoder().decode(bytes)).toThrow(SandboxBroken);
  });

  test('garbage and mutated talk end in frames or in SandboxBroken, never in anything else', () => {
    for (let seed = 0; seed < 2_000; seed += 1) {
      const below = numbers(seed);
      const bytes = mutated(wholeTalk, seed % 2 === 0 ? 3 : wholeTalk.length, below);
      expect(endOf([...pieces(bytes, below)]), `seed ${seed}`).toMatch(/^(frames|SandboxBroken)$/);
    }
  });
});

function mutated(bytes: Buffer, changes: number, below: (limit: number) => number): Buffer {
  const changed = Buffer.from(bytes);
  for (let change = 0; change < changes; change += 1) changed[below(bytes.length)] = below(256);
  return changed;
}

function endOf(chunks: readonly Buffer[]): string {
  const decoder = new FrameDecoder();
  try {
    for (const chunk of chunks) decoder.decode(chunk);
    return 'frames';
  } catch (error) {
    return error instanceof Error ? error.name : 'something thrown';
  }
}
