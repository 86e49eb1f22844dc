import { ackWindowBytes, type NumberedEvent } from '#protocol/socket.ts';
import type { EventHistory } from './event-history.ts';

/** Somebody to whom a run's events are shown, as a door knows them. */
export interface Viewer {
  /** The id of its connection. */
  readonly id: string;
  /** False while what was shown before still waits to be sent; `Watch.show` is to be called when that is over. */
  readonly isReady: boolean;
  see(numbered: NumberedEvent): void;
  /** Nothing more will be shown: it did not keep up, its place was taken, or the run is no longer kept. */
  dismissed(runId: string, why: Dismissal): void;
}

export type Dismissal = 'stalled' | 'replaced' | 'forgotten';

/** The run, as its watches see it. */
export interface WatchedRun {
  readonly runId: string;
  readonly history: EventHistory;
  /** True once the run was stopped: the little that still comes need not wait for acknowledgements. */
  readonly isStopped: boolean;
}

/** How far one viewer has seen a run. It is shown no more than it has room for. */
export class Watch {
  /** When it last acknowledged something, or began to have something to acknowledge; on the monotonic clock. */
  progressAt = performance.now();
  private shown: number;

  constructor(
    private readonly run: WatchedRun,
    readonly viewer: Viewer,
    /** Every event up to and with this number arrived. */
    public acknowledged: number,
  ) {
    this.shown = acknowledged;
  }

  /** What the viewer has not yet acknowledged weighs, shown or not. */
  get owedBytes(): number {
    return this.run.history.bytesBetween(this.acknowledged);
  }

  /** The run has a new event. */
  happened(): void {
    if (this.acknowledged === this.run.history.last - 1) this.progressAt = performance.now();
    this.show();
  }

  /** Everything up to and with `seq` arrived; a number that was never shown acknowledges what was. */
  acknowledge(seq: number): void {
    if (seq <= this.acknowledged) return;
    this.acknowledged = Math.min(seq, this.shown);
    this.progressAt = performance.now();
    this.show();
  }

  show(): void {
    const { runId, history } = this.run;
    while (this.shown < history.last && this.hasRoom) {
      this.shown += 1;
      this.viewer.see({ runId, seq: this.shown, event: history.at(this.shown) });
    }
  }

  private get hasRoom(): boolean {
    if (!this.viewer.isReady) return false;
    const onTheWay = this.run.history.bytesBetween(this.acknowledged, this.shown);
    return this.run.isStopped || onTheWay < ackWindowBytes;
  }
}
