/** Bytes a client may send ahead of a program that does not read. */
export const maxPendingStdinBytes = 1024 * 1024;

/**
 * What a client types into a run: chunks in order, then an end. Until `commit` everything read can be read again from the
 * start, so that a sandbox that broke early can be replaced.
 */
export class Stdin {
  private pending: Uint8Array[] = [];
  private pendingBytes = 0;
  private ended = false;
  private replayable: Uint8Array[] | undefined = [];
  private reader = 0;
  private wake: () => void = () => {};

  /** Whether nothing more can come. */
  get hasEnded(): boolean {
    return this.ended;
  }

  /** False when stdin has ended or too much is waiting: then nothing was taken. */
  write(data: Uint8Array): boolean {
    if (this.ended || this.pendingBytes + data.length > maxPendingStdinBytes) return false;
    this.pending.push(data);
    this.pendingBytes += data.length;
    this.wake();
    return true;
  }

  /** Nothing more will come; what was written before is still read. False when it had ended already. */
  end(): boolean {
    if (this.ended) return false;
    this.ended = true;
    this.wake();
    return true;
  }

  /** Every chunk from the start or the last commit, as it comes, until the end. A later reader ends an earlier one. */
  async *read(): AsyncGenerator<Uint8Array, void> {
    this.reader += 1;
    const reader = this.reader;
    this.rewind();
    this.wake();
    while (reader === this.reader) {
      const chunk = this.pending.shift();
      if (chunk !== undefined) {
        this.pendingBytes -= chunk.length;
        this.replayable?.push(chunk);
        yield chunk;
      } else if (this.ended) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
      }
    }
  }

  /** What was read is gone for good: the program has answered to it. */
  commit(): void {
    this.replayable = undefined;
  }

  private rewind(): void {
    const again = this.replayable?.splice(0) ?? [];
    this.pending.unshift(...again);
    this.pendingBytes += again.reduce((sum, chunk) => sum + chunk.length, 0);
  }
}

/** A stdin that holds `text`, and stays open after it when the client may go on typing. */
export function stdinOf(text: string, interactive: boolean): Stdin {
  const stdin = new Stdin();
  if (text !== '') stdin.write(new TextEncoder().encode(text));
  if (!interactive) stdin.end();
  return stdin;
}
