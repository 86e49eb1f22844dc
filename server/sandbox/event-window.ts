import type { StepEvent } from './sandbox.ts';

/** Told when the window fills up, and when it was read far enough to take more. */
export interface WindowValve {
  close(): void;
  open(): void;
}

/** The events of one step between their source and their one reader: a line that closes its source's valve when it is full. */
export class EventWindow implements AsyncIterable<StepEvent> {
  private readonly line: StepEvent[] = [];
  private heldBytes = 0;
  private isClosed = false;
  private isOver = false;
  private error: Error | null = null;
  private wake: () => void = () => undefined;

  constructor(
    private readonly maxBytes: number,
    private readonly valve: WindowValve,
  ) {}

  push(event: StepEvent): void {
    if (this.isOver) return;
    this.line.push(event);
    this.heldBytes += bytesOf(event);
    this.isOver = event.type === 'exit';
    if (this.heldBytes >= this.maxBytes && !this.isClosed) {
      this.isClosed = true;
      this.valve.close();
    }
    this.wake();
  }

  /** What came before is read first; then the reading throws. */
  fail(error: Error): void {
    if (this.isOver) return;
    this.isOver = true;
    this.error = error;
    this.wake();
  }

  /** Nobody reads any more: lets everything go, and whatever comes. */
  drop(): void {
    this.isOver = true;
    this.line.length = 0;
    this.openValve();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<StepEvent> {
    while (true) {
      const event = this.take();
      if (event) yield event;
      else if (this.isOver) break;
      else await this.change();
    }
    if (this.error) throw this.error;
  }

  private take(): StepEvent | undefined {
    const event = this.line.shift();
    if (event) this.heldBytes -= bytesOf(event);
    if (this.heldBytes < this.maxBytes / 2) this.openValve();
    return event;
  }

  private change(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  private openValve(): void {
    if (!this.isClosed) return;
    this.isClosed = false;
    this.valve.open();
  }
}

/** An event costs memory besides what it carries: many small ones fill the window too. */
function bytesOf(event: StepEvent): number {
  const overhead = 128;
  return event.type === 'output' ? event.data.length + overhead : overhead;
}
