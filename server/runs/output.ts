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

  constructor(
    private readonly limitBytes: number,
    private readonly encoding: 'utf8' | 'base64',
  ) {
    // Without ignoreBOM the decoder swallows a byte order mark that the program printed.
    const decoder = () => new TextDecoder('utf-8', { ignoreBOM: true });
    this.decoders = { stdout: decoder(), stderr: decoder() };
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
    return pieces(stream, this.decoders[stream].decode(kept, { stream: true }));
  }

  /** What the ends of the streams still owe: a character that never became whole. Nothing where the limit cut it. */
  finish(): OutputPiece[] {
    if (this.encoding === 'base64' || this.isOver) return [];
    return (['stdout', 'stderr'] as const).flatMap((stream) =>
      pieces(stream, this.decoders[stream].decode()),
    );
  }
}

function pieces(stream: OutputStream, data: string): OutputPiece[] {
  return data === '' ? [] : [{ stream, data }];
}
