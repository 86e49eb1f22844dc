import { Demand, type Wish } from './demand.ts';
import type { Sandbox, SandboxSpec } from './sandbox.ts';

/** The warm sandboxes of one spec, and how many there should be. */
export class Shelf {
  target = 0;
  /** How many there should be without any demand. */
  floor = 0;
  readonly demand = new Demand();
  /** How often in a row a make failed or a sandbox died waiting; a sandbox taken alive clears it. */
  failures = 0;
  private readonly sandboxes = new Set<Sandbox>();
  private rest: NodeJS.Timeout | null = null;

  constructor(readonly spec: SandboxSpec) {}

  get warm(): number {
    return this.sandboxes.size;
  }

  /** Those in which everything that is booted ahead is up. */
  get up(): number {
    return [...this.sandboxes].filter((sandbox) => sandbox.isUp).length;
  }

  get hasRoom(): boolean {
    return this.warm < this.target;
  }

  get isWanting(): boolean {
    return this.hasRoom && this.rest === null;
  }

  /** How empty it is, from 0 (full) to 1. */
  get emptiness(): number {
    return this.target === 0 ? 0 : 1 - this.warm / this.target;
  }

  wish(now: number): Wish {
    return {
      floor: this.floor,
      wanted: this.demand.wanted(now, this.target),
      perSecond: this.demand.perSecond(now),
      weight: this.spec.boot?.weight ?? 1,
    };
  }

  put(sandbox: Sandbox): void {
    this.sandboxes.add(sandbox);
  }

  /** The one that has waited longest of those that are up, or else of all. */
  take(): Sandbox | undefined {
    const [oldest] = this.sandboxes;
    const taken = [...this.sandboxes].find((sandbox) => sandbox.isUp) ?? oldest;
    if (taken) {
      this.sandboxes.delete(taken);
      this.failures = 0;
    }
    return taken;
  }

  /** True when the sandbox stood here. */
  remove(sandbox: Sandbox): boolean {
    return this.sandboxes.delete(sandbox);
  }

  /** Takes away what is more than should be. */
  trim(): Sandbox[] {
    const surplus = [...this.sandboxes].slice(this.target);
    for (const sandbox of surplus) this.sandboxes.delete(sandbox);
    return surplus;
  }

  /** Wants nothing for a while. */
  restFor(ms: number, wake: () => void): void {
    this.stopResting();
    this.rest = setTimeout(() => {
      this.rest = null;
      wake();
    }, ms).unref();
  }

  stopResting(): void {
    if (this.rest) clearTimeout(this.rest);
    this.rest = null;
  }
}
