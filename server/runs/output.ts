import type { OutputStream } from '#protocol/run-event.ts';

/** A piece of output as a client gets it. */
export interface OutputPiece {
  readonly stream: OutputStream;
  readonly data: string;
}

/**
 * Turns what a step prints into what a client gets: at most `limitBytes` of both streams together, as text whose UTF-8
 * is never split (invalid bytes become U+FFFD), or as base64. What comes beyond the limit is counted, not kept.
 */
export class Output {
  printedBytes = 0;
  keptBytes = 0;
  private readonly decoders: Record<OutputStream, TextDecoder>;
  /** The last bytes that were kept of each stream: as many as can be of a character that is not yet whole. */
  private readonly tails: Record<OutputStream, Uint8Array> = { stdout: Buffer.of(), stderr: Buffer.of() };

  constructor(
    private readonly limitBytes: number,
    private readonly encoding: 'utf8' | 'base64',
  ) {
    this.decoders = { stdout: newDecoder(), stderr: newDecoder() };
  }

  get isOver(): boolean {
    return this.printedBytes > this.limitBytes;
  }

  /** The part of `data` that is within the limit; no piece when nothing of it can be said yet. */
  take(stream: OutputStream, data: Uint8Array): OutputPiece[] {
    this.printedBytes += data.length;
    const kept = data.subarray(0, Math.max(0, this.limitBytes - this.keptBytes));
    this.keptBytes += kept.length;
    if (this.encoding === 'base64') return pieces(stream, Buffer.from(kept).toString('base64'));
    this.tails[stream] = Buffer.concat([this.tails[stream], kept.subarray(-3)]).subarray(-3);
    return pieces(stream, this.decoders[stream].decode(kept, { stream: true }));
  }

  /** What the ends of the streams still owe: a character that never became whole. One that the limit cut is not kept. */
  finish(): OutputPiece[] {
    if (this.encoding === 'base64') return [];
    if (this.isOver) {
      this.keptBytes -= unfinishedBytes(this.tails.stdout) + unfinishedBytes(this.tails.stderr);
      return [];
    }
    return (['stdout', 'stderr'] as const).flatMap((stream) =>
      pieces(stream, this.decoders[stream].decode()),
    );
  }
}

/** Without ignoreBOM it would swallow a byte order mark that the program printed. */
function newDecoder(): TextDecoder {
  return new TextDecoder('utf-8', { ignoreBOM: true });
}

/** How many of the last bytes are the beginning of a character. */
function unfinishedBytes(tail: Uint8Array): number {
  const isBeginning = (length: number) =>
    tail.length >= length && newDecoder().decode(tail.subarray(-length), { stream: true }) === '';
  return [3, 2, 1].find(isBeginning) ?? 0;
}

function pieces(stream: OutputStream, data: string): OutputPiece[] {
  return data === '' ? [] : [{ stream, data }];
}
