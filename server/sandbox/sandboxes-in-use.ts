import { EventEmitter, once } from 'node:events';
import type { Sandbox } from './sandbox.ts';

export interface PatienceSettings {
  /** Each make lets a run that goes on end first, if that takes no longer than this: most runs are short. */
  readonly headStartMs: number;
  /**
   * With more sandboxes in use than this, each make waits longer, up to `giveWayMs`, unless it is urgent: whoever finds
   * nothing warm makes one beside the runs all the same.
   */
  readonly busyAt: number;
  readonly giveWayMs: number;
}

/** The sandboxes that runs have, and how long a make in the background waits for them. */
export class SandboxesInUse {
  private readonly sandboxes = new Set<Sandbox>();
  private readonly moves = new EventEmitter();

  constructor(private readonly settings: PatienceSettings) {}

  /** Until it is gone. */
  add(sandbox: Sandbox): void {
    this.sandboxes.add(sandbox);
    void sandbox.gone.then(() => {
      this.sandboxes.delete(sandbox);
      // After what its run still has to say in this turn: a make begins with a millisecond of ours.
      setImmediate(() => this.sandboxes.size <= this.settings.busyAt && this.moves.emit('calm'));
    });
  }

  /** Resolves when one that matters is gone, when it took too long, or when the signal fires. */
  async giveWay(isUrgent: boolean, signal: AbortSignal): Promise<void> {
    const patienceMs = this.patienceMs(isUrgent);
    if (patienceMs === 0) return;
    const enough = AbortSignal.any([AbortSignal.timeout(patienceMs), signal]);
    await once(this.moves, 'calm', { signal: enough }).catch(() => undefined);
  }

  private patienceMs(isUrgent: boolean): number {
    const { busyAt, giveWayMs, headStartMs } = this.settings;
    if (this.sandboxes.size === 0) return 0;
    if (this.sandboxes.size <= busyAt) return headStartMs;
    return isUrgent ? Math.min(headStartMs, giveWayMs) : giveWayMs;
  }
}
