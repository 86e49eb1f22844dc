import type { RunEvent } from '#protocol/run-event.ts';

interface Kept {
  readonly event: RunEvent;
  /** What all events of the run weigh together, up to and with this one. */
  readonly endsAt: number;
}

/** The latest events of a run, numbered from 1 without a gap. What is forgotten is forgotten from the oldest on. */
export class EventHistory {
  private readonly kept: Kept[] = [];
  private forgotten = 0;
  private forgottenBytes = 0;

  /** The number of the latest event, 0 before the first. */
  get last(): number {
    return this.forgotten + this.kept.length;
  }

  /** The last number that is no longer kept, 0 when all are: who has seen this far can be told the rest. */
  get lastForgotten(): number {
    return this.forgotten;
  }

  /** What is kept weighs. */
  get bytes(): number {
    return this.totalBytes - this.forgottenBytes;
  }

  append(event: RunEvent): void {
    this.kept.push({ event, endsAt: this.totalBytes + bytesOf(event) });
  }

  at(seq: number): RunEvent {
    const kept = this.kept[seq - this.forgotten - 1];
    if (kept === undefined) throw new RangeError(`event ${seq} is not kept`);
    return kept.event;
  }

  /** What the events after number `seq` weigh, up to and with number `upTo`. */
  bytesBetween(seq: number, upTo = this.last): number {
    return this.endOf(upTo) - this.endOf(seq);
  }

  /** Forgets events up to and with number `upTo`, but none that fits into `keptBytes` together with all after it. */
  forget(upTo: number, keptBytes: number): void {
    let count = 0;
    while (this.forgotten + count < upTo && this.bytesBetween(this.forgotten + count) > keptBytes) count += 1;
    if (count === 0) return;
    this.forgottenBytes = this.endOf(this.forgotten + count);
    this.forgotten += count;
    this.kept.splice(0, count);
  }

  private get totalBytes(): number {
    return this.kept.at(-1)?.endsAt ?? this.forgottenBytes;
  }

  private endOf(seq: number): number {
    return this.kept[seq - this.forgotten - 1]?.endsAt ?? this.forgottenBytes;
  }
}

/** What an event weighs in memory: its text, and the object around it. */
function bytesOf(event: RunEvent): number {
  const overhead = 128;
  return overhead + ('data' in event ? event.data.length : 0);
}
