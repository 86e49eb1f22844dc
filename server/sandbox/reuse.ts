import { setTimeout as pause } from 'node:timers/promises';
import { Lease, type Returned } from './lease.ts';
import { type KeptSandbox, Parking } from './parking.ts';
import type { TakenSandbox } from './pool.ts';
import type { SandboxSpec } from './sandbox.ts';
import { specKey } from './spec-key.ts';

/** Why a sandbox serves no more. */
export type RetiredFor =
  /** Its run did not end by itself, or something of it failed. */
  | 'unsound'
  /** It was not proven clean. */
  | 'dirty'
  /** It served as often as it may. */
  | 'worn'
  /** Nobody came, or its place was needed. */
  | 'idle'
  | 'died'
  | 'closed';

export interface ReusedSandboxesParts {
  readonly pool: { take(spec: SandboxSpec, signal: AbortSignal): Promise<TakenSandbox> };
  /** Whom a sandbox may serve after its first run: only the same owner, or whoever comes. */
  readonly among: 'owner' | 'any';
  /** So many runs at most are served by one sandbox. */
  readonly maxRuns: number;
  /** From so many sandboxes on, in use and waiting, a run rather waits for one to have rested than to have another made. */
  readonly enough: number;
  readonly onReused?: () => void;
  readonly onRetired?: (why: RetiredFor, error?: unknown) => void;
  readonly maxIdleMs?: number;
}

const defaults = { maxIdleMs: 60_000 };
const looksPerIdleTime = 4;

/**
 * Hands sandboxes of the pool over, and after their run hands them over again: as new, which the sandbox itself has proven, or
 * not at all. What was killed, broke or cannot be proven clean is removed, as every sandbox is without reuse.
 */
export class ReusedSandboxes {
  private readonly parking = new Parking();
  /** All that are in use, are being made as new, or wait. */
  private readonly kept = new Set<KeptSandbox>();
  /** Resets and removals: what `close` waits for. */
  private readonly underWay = new Set<Promise<void>>();
  private readonly parts: ReusedSandboxesParts & typeof defaults;
  private readonly idleTimer: NodeJS.Timeout;
  private isClosed = false;

  constructor(parts: ReusedSandboxesParts) {
    this.parts = { ...defaults, ...parts };
    const { maxIdleMs } = this.parts;
    this.idleTimer = setInterval(() => this.retireIdle(), maxIdleMs / looksPerIdleTime).unref();
  }

  /** Throws as the pool does. `owner` is whose run it is for. */
  async take(spec: SandboxSpec, signal: AbortSignal, owner: string): Promise<TakenSandbox> {
    signal.throwIfAborted();
    const key = keyOf(spec, this.parts.among === 'owner' ? owner : '');
    const kept = await this.claim(key, signal);
    if (kept) {
      this.parts.onReused?.();
      return { sandbox: this.lend(kept), warm: true };
    }
    const { sandbox, warm } = await this.parts.pool.take(spec, signal);
    return { sandbox: this.lend(this.keep({ sandbox, spec, key, runs: 0, parkedAt: 0, restedAt: 0 })), warm };
  }

  /** Removes all that nobody uses; what is given back from now on is removed too. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.idleTimer);
    for (const kept of this.kept) if (this.parking.remove(kept)) this.retire(kept, 'closed');
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  private async claim(key: string, signal: AbortSignal): Promise<KeptSandbox | undefined> {
    const found = this.parking.find(key);
    const hasEnough = this.kept.size >= this.parts.enough;
    if (!found && hasEnough) this.makeRoom();
    const restMs = found ? found.restedAt - performance.now() : 0;
    if (!found || (restMs > 0 && !hasEnough)) return undefined;
    this.parking.remove(found);
    if (restMs > 0) await this.rest(found, restMs, signal);
    return found;
  }

  private async rest(kept: KeptSandbox, restMs: number, signal: AbortSignal): Promise<void> {
    try {
      await pause(restMs, undefined, { signal });
    } catch {
      this.park(kept);
      signal.throwIfAborted();
    }
  }

  private makeRoom(): void {
    const oldest = this.parking.longestWaiting();
    if (oldest && this.parking.remove(oldest)) this.retire(oldest, 'idle');
  }

  private keep(kept: KeptSandbox): KeptSandbox {
    this.kept.add(kept);
    void kept.sandbox.gone.then(() => {
      if (this.parking.remove(kept)) this.retire(kept, 'died');
    });
    return kept;
  }

  private lend(kept: KeptSandbox): Lease {
    kept.runs += 1;
    return new Lease(kept.sandbox, (returned) => this.track(this.settle(kept, returned)));
  }

  private async settle(kept: KeptSandbox, returned: Returned): Promise<void> {
    if (!returned.isSound) return this.remove(kept, 'unsound');
    if (kept.runs >= this.parts.maxRuns) return this.remove(kept, 'worn');
    try {
      await this.renew(kept, returned);
    } catch (error) {
      return this.remove(kept, 'dirty', error);
    }
    this.park(kept);
  }

  /** Throws when the sandbox is not as it was when it was new. The limits come first: a reset may start something already. */
  private async renew(kept: KeptSandbox, returned: Returned): Promise<void> {
    const { sandbox, spec } = kept;
    if (returned.hasChangedMemory) await sandbox.setMemory(spec.memoryBytes);
    if (returned.hasChangedProcesses) await sandbox.setProcesses(spec.processes);
    const { restMs } = await sandbox.reset();
    kept.restedAt = performance.now() + restMs;
  }

  private park(kept: KeptSandbox): void {
    kept.parkedAt = performance.now();
    this.parking.park(kept);
    if (this.isClosed && this.parking.remove(kept)) this.retire(kept, 'closed');
  }

  private retireIdle(): void {
    const idle = this.parking.parkedBefore(performance.now() - this.parts.maxIdleMs);
    for (const kept of idle) if (this.parking.remove(kept)) this.retire(kept, 'idle');
  }

  private retire(kept: KeptSandbox, why: RetiredFor): void {
    void this.track(this.remove(kept, why)).catch((error: unknown) => this.parts.onRetired?.(why, error));
  }

  private async remove(kept: KeptSandbox, why: RetiredFor, error?: unknown): Promise<void> {
    this.kept.delete(kept);
    this.parts.onRetired?.(why, error);
    await kept.sandbox[Symbol.asyncDispose]();
  }

  /** Keeps the work in sight of `close`. */
  private track(work: Promise<void>): Promise<void> {
    this.underWay.add(work);
    void work.catch(() => undefined).then(() => this.underWay.delete(work));
    return work;
  }
}

function keyOf(spec: SandboxSpec, owner: string): string {
  return `${specKey(spec)} ${owner}`;
}
