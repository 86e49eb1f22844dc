import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { RunEvent } from '#protocol/run-event.ts';
import { ackWindowBytes } from '#protocol/socket.ts';
import { EventHistory } from './event-history.ts';
import { RunRefused } from './refused.ts';
import type { AcceptedRun, RunControl } from './run.ts';
import type { Steering } from './steering.ts';
import { type Dismissal, type Viewer, Watch, type WatchedRun } from './watch.ts';

/** What all live runs have in common. */
export interface LiveRunTerms {
  /** How long the run goes on when nobody watches it. */
  readonly resumeMs: number;
  /** A viewer that acknowledges nothing for so long, while the run waits for it, is dismissed. */
  readonly stalledMs: number;
  /** A run waits for its viewers for so long in all, however steadily they acknowledge; then it waits for none. */
  readonly longestHoldMs: number;
  /** What the history of one run may weigh now. */
  readonly historyBytes: () => number;
}

export interface LiveRunControl extends RunControl {
  readonly steering: Steering;
  readonly hasTerminal: boolean;
}

/** Viewers that one run may have at once. */
const maxViewers = 8;

/**
 * A run that belongs to no connection: viewers come, go and come back, and each is shown every event once. The slowest
 * viewer that is there decides how fast the run is read; when none is there, the run goes on until its history is full.
 */
export class LiveRun implements WatchedRun {
  readonly runId: string;
  /** Who has it may watch the run and steer it. */
  readonly token = randomBytes(32).toString('base64url');
  readonly history = new EventHistory();
  isOver = false;
  private readonly watches = new Set<Watch>();
  /** What the last viewer had acknowledged when it left. */
  private leftAt = 0;
  /** How long it has waited for viewers until now. */
  private heldMs = 0;
  private unwatched: ReturnType<typeof setTimeout> | undefined;
  private wake: () => void = () => {};
  private readonly moves = new EventEmitter();

  constructor(
    private readonly run: AcceptedRun,
    readonly control: LiveRunControl,
    private readonly terms: LiveRunTerms,
  ) {
    this.runId = run.runId;
    // What a stopped run still prints is little: its viewers need not have taken the rest to see the end.
    control.stop.signal.addEventListener('abort', () => this.stopped());
  }

  get isStopped(): boolean {
    return this.control.stop.reason !== undefined;
  }

  /** Reads the run to its end, no faster than its viewers and its history allow. */
  async relay(): Promise<void> {
    for await (const event of this.run.events) {
      this.tell(event);
      while (!this.hasRoom) {
        await this.change();
        this.dismissStalled();
      }
    }
    this.isOver = true;
    clearTimeout(this.unwatched);
    this.changed();
  }

  /** Resolves when everybody who watches has acknowledged the end, or when the signal fires. */
  async told(signal: AbortSignal): Promise<void> {
    while (!this.isTold && !signal.aborted)
      await once(this.moves, 'change', { signal }).catch(() => undefined);
  }

  /** Shows every event after number `after`, and those to come. Throws `RunRefused` where that would leave a gap. */
  watch(viewer: Viewer, after: number): Watch {
    if (after > this.history.last) throw notYetTold(this.history.last);
    if (after < this.history.lastForgotten) throw noLongerKept(this.history.lastForgotten);
    if (this.watches.size >= maxViewers) throw tooManyViewers();
    const watch = new Watch(this, viewer, after);
    this.watches.add(watch);
    clearTimeout(this.unwatched);
    // The answer to who asked goes out before the first event.
    queueMicrotask(() => watch.show());
    return watch;
  }

  /** One that was dismissed may not have heard of it yet: what it acknowledges is nothing any more. */
  acknowledge(watch: Watch, seq: number): void {
    if (!this.watches.has(watch)) return;
    watch.acknowledge(seq);
    this.changed();
  }

  /** The viewer's connection is lost. It may come back; when nobody does in time, the run is stopped. */
  lose(watch: Watch): void {
    if (!this.watches.delete(watch)) return;
    this.leftAt = watch.acknowledged;
    this.changed();
    if (this.watches.size > 0 || this.isOver) return;
    const stop = () => this.control.stop.because('client_gone');
    this.unwatched = setTimeout(stop, this.terms.resumeMs).unref();
  }

  /** The viewer will not come back: a run that nobody else watches is stopped at once. */
  leave(watch: Watch): void {
    this.lose(watch);
    if (this.watches.size === 0) this.control.stop.because('client_gone');
  }

  /** Makes way for the connection that came instead of the one with this id. */
  replace(viewerId: string): void {
    for (const watch of this.watches) if (watch.viewer.id === viewerId) this.dismiss(watch, 'replaced');
  }

  /** Nobody can ask for it any more. */
  forget(): void {
    for (const watch of this.watches) this.dismiss(watch, 'forgotten');
  }

  private tell(event: RunEvent): void {
    this.history.append(event);
    for (const watch of this.watches) watch.happened();
    this.history.forget(this.seenByAll, this.terms.historyBytes());
  }

  private get isTold(): boolean {
    return this.watches.size === 0 || (this.isOver && this.seenByAll === this.history.last);
  }

  /** Every event up to and with this number was acknowledged by all who watch. */
  private get seenByAll(): number {
    if (this.watches.size === 0) return this.leftAt;
    return Math.min(...[...this.watches].map((watch) => watch.acknowledged));
  }

  private get hasRoom(): boolean {
    if (this.isStopped) return true;
    const bytes = this.terms.historyBytes();
    if (this.watches.size === 0) return this.history.bytesBetween(this.leftAt) < bytes;
    return this.fullWatches().length === 0;
  }

  private fullWatches(): Watch[] {
    const bytes = Math.min(ackWindowBytes, this.terms.historyBytes());
    return [...this.watches].filter((watch) => watch.owedBytes >= bytes);
  }

  /** Resolves when something may have made room, or when it is time to look whether a viewer is stalled. */
  private async change(): Promise<void> {
    const full = this.fullWatches();
    const { stalledMs, longestHoldMs } = this.terms;
    const since = performance.now();
    const progressAt = Math.min(...full.map((watch) => watch.progressAt));
    const waitMs = Math.min(progressAt + stalledMs - since, longestHoldMs - this.heldMs);
    const changed = new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    const patience = full.length > 0 ? setTimeout(this.wake, waitMs) : undefined;
    await changed;
    clearTimeout(patience);
    if (full.length > 0) this.heldMs += performance.now() - since;
  }

  private dismissStalled(): void {
    const stalledSince = performance.now() - this.terms.stalledMs;
    const isHeldTooLong = this.heldMs >= this.terms.longestHoldMs;
    for (const watch of this.fullWatches())
      if (isHeldTooLong || watch.progressAt <= stalledSince) this.dismiss(watch, 'stalled');
  }

  private dismiss(watch: Watch, why: Dismissal): void {
    this.lose(watch);
    watch.viewer.dismissed(this.runId, why);
  }

  private stopped(): void {
    for (const watch of this.watches) watch.show();
    this.changed();
  }

  private changed(): void {
    this.wake();
    this.moves.emit('change');
  }
}

function notYetTold(last: number): RunRefused {
  return new RunRefused({
    code: 'invalid_request',
    message: `after must be at most ${last}: so many events were told.`,
    field: 'after',
  });
}

function noLongerKept(lastForgotten: number): RunRefused {
  return new RunRefused({
    code: 'conflict',
    message: `The events up to number ${lastForgotten} are no longer kept. Ask for those after it.`,
    field: 'after',
  });
}

function tooManyViewers(): RunRefused {
  return new RunRefused({
    code: 'rate_limited',
    message: `At most ${maxViewers} connections may watch one run.`,
    retryAfter: 1,
  });
}
