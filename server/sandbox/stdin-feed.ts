import { stdinWindowBytes } from './frames.ts';
import { SandboxBroken } from './sandbox.ts';

interface Waiter {
  /** Counted from the start of the step. */
  readonly endsAt: number;
  readonly resolve: () => void;
}

export interface StdinPipe {
  send(data: Uint8Array): void;
  end(): void;
}

/** Sends stdin no faster than the program takes it: a window of bytes is on the way, and the rest waits with its writer. */
export class StdinFeed {
  private readonly unsent: Uint8Array[] = [];
  private readonly waiters: Waiter[] = [];
  private acceptedBytes = 0;
  private sentBytes = 0;
  private takenBytes = 0;
  private state: 'open' | 'ending' | 'closed' = 'open';

  constructor(private readonly pipe: StdinPipe) {}

  /** Resolves when the program took it all, or will never take any more. */
  write(data: Uint8Array): Promise<void> {
    if (this.state !== 'open' || data.length === 0) return Promise.resolve();
    this.acceptedBytes += data.length;
    this.unsent.push(data);
    const endsAt = this.acceptedBytes;
    const written = new Promise<void>((resolve) => this.waiters.push({ endsAt, resolve }));
    this.pump();
    return written;
  }

  end(): void {
    if (this.state !== 'open') return;
    this.state = 'ending';
    this.pump();
  }

  taken(bytes: number): void {
    this.takenBytes += bytes;
    if (this.takenBytes > this.sentBytes)
      throw new SandboxBroken('The agent took more stdin than it was sent.');
    while (this.waiters[0] && this.waiters[0].endsAt <= this.takenBytes) this.waiters.shift()?.resolve();
    this.pump();
  }

  /** The step is over: nobody takes anything any more. */
  close(): void {
    this.state = 'closed';
    this.unsent.length = 0;
    for (const waiter of this.waiters.splice(0)) waiter.resolve();
  }

  private pump(): void {
    while (this.unsent[0] && this.room() > 0) this.sendFrom(this.unsent[0]);
    if (this.state === 'ending' && this.unsent.length === 0) {
      this.state = 'closed';
      this.pipe.end();
    }
  }

  private sendFrom(data: Uint8Array): void {
    const piece = data.subarray(0, this.room());
    if (piece.length === data.length) this.unsent.shift();
    else this.unsent[0] = data.subarray(piece.length);
    this.sentBytes += piece.length;
    this.pipe.send(piece);
  }

  private room(): number {
    return stdinWindowBytes - (this.sentBytes - this.takenBytes);
  }
}
