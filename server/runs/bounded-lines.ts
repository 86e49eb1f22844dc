const newline = 10;

/** Cuts bytes into lines, as they come. Of a longer line than `maxBytes` only its beginning is kept. */
export class BoundedLines {
  private readonly held: Buffer;
  private heldBytes = 0;

  constructor(private readonly maxBytes: number) {
    this.held = Buffer.alloc(maxBytes);
  }

  /** The lines that `data` ends, without their ends; each is good until the next one is asked for. */
  *take(data: Uint8Array): Generator<Buffer, void> {
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    let start = 0;
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
      yield this.ended(bytes.subarray(start, end));
      start = end + 1;
    }
    this.hold(bytes.subarray(start));
  }

  /** The last line, when nothing ended it; empty otherwise. */
  rest(): Buffer {
    return this.ended(Buffer.alloc(0));
  }

  private ended(tail: Buffer): Buffer {
    if (this.heldBytes === 0) return tail.subarray(0, this.maxBytes);
    this.hold(tail);
    const line = this.held.subarray(0, this.heldBytes);
    this.heldBytes = 0;
    return line;
  }

  private hold(part: Buffer): void {
    this.heldBytes += part.copy(this.held, this.heldBytes);
  }
}
