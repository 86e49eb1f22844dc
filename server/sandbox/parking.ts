import type { Sandbox, SandboxSpec } from './sandbox.ts';

/** A sandbox that served and may serve again. */
export interface KeptSandbox {
  readonly sandbox: Sandbox;
  readonly spec: SandboxSpec;
  /** Whom it may serve: only runs of this key. */
  readonly key: string;
  runs: number;
  /** Since when it waits, and from when on it has its share of the CPU again as a new one; on the monotonic clock. */
  parkedAt: number;
  restedAt: number;
}

/** The sandboxes that wait for their next run, the longest waiting first. */
export class Parking {
  private readonly parked = new Set<KeptSandbox>();

  park(kept: KeptSandbox): void {
    this.parked.add(kept);
  }

  /** True when it stood here. */
  remove(kept: KeptSandbox): boolean {
    return this.parked.delete(kept);
  }

  /** The one for this key that has been ready longest, or else the one that is ready soonest. */
  find(key: string): KeptSandbox | undefined {
    const fitting = [...this.parked].filter((kept) => kept.key === key);
    return fitting.toSorted((one, other) => one.restedAt - other.restedAt)[0];
  }

  longestWaiting(): KeptSandbox | undefined {
    const [first] = this.parked;
    return first;
  }

  parkedBefore(time: number): KeptSandbox[] {
    return [...this.parked].filter(({ parkedAt }) => parkedAt < time);
  }
}
