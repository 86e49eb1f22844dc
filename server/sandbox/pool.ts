import { availableParallelism } from 'node:os';
import { allot } from './demand.ts';
import { type Sandbox, type SandboxBackend, SandboxBroken, type SandboxSpec } from './sandbox.ts';
import { type PatienceSettings, SandboxesInUse } from './sandboxes-in-use.ts';
import { Shelf } from './shelf.ts';
import { specKey } from './spec-key.ts';

/** A warm sandbox that could not be made, or that died before anybody took it. */
export interface PoolFault {
  readonly spec: SandboxSpec;
  readonly error: unknown;
  /** Which failure in a row this is, and when the next try is. */
  readonly failures: number;
  readonly retryMs: number;
}

export interface WarmPoolParts extends Partial<PatienceSettings> {
  readonly backend: SandboxBackend;
  readonly onFault: (fault: PoolFault) => void;
  /** The most warm sandboxes of one spec, however much it is in demand; and of all together. */
  readonly most?: { readonly each: number; readonly all: number };
  readonly firstRetryMs?: number;
  readonly maxRetryMs?: number;
}

export interface TakenSandbox {
  /** The taker's own: it is used once and then disposed. */
  readonly sandbox: Sandbox;
  readonly warm: boolean;
}

export interface ShelfStatus {
  readonly spec: SandboxSpec;
  readonly warm: number;
  readonly target: number;
}

const defaults = {
  ...{ headStartMs: 100, giveWayMs: 1_000, firstRetryMs: 500, maxRetryMs: 30_000 },
  most: { each: 8, all: Number.POSITIVE_INFINITY },
};
/** How often it is seen whether a demand has gone. */
const resizeMs = 15_000;

/** Sandboxes made ahead of need, as many of each spec as are in demand. One is made at a time, in the background; each is handed over once, and alive. */
export class WarmPool {
  private readonly shelves = new Map<string, Shelf>();
  /** Makes, refills and disposals: what `close` waits for. */
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly closing = new AbortController();
  private readonly parts: Required<WarmPoolParts>;
  private readonly inUse: SandboxesInUse;
  private readonly resizing: NodeJS.Timeout;
  private isRefilling = false;

  constructor(parts: WarmPoolParts) {
    this.parts = { ...defaults, busyAt: availableParallelism(), ...parts };
    this.inUse = new SandboxesInUse(this.parts);
    this.resizing = setInterval(() => this.resize(), resizeMs).unref();
  }

  /** A warm sandbox, or else one made now. Throws `SandboxBroken` when none can be made, the signal's reason when it fires. */
  async take(spec: SandboxSpec, signal?: AbortSignal): Promise<TakenSandbox> {
    signal?.throwIfAborted();
    if (this.isClosed) throw new SandboxBroken('The pool is closed.');
    const shelf = this.shelves.get(specKey(spec));
    shelf?.demand.take(performance.now());
    const ready = shelf?.take();
    const sandbox = ready ?? (await this.makeNow(spec, signal));
    this.inUse.add(sandbox);
    this.resize();
    return { sandbox, warm: ready !== undefined };
  }

  /** From now on, at least so many warm sandboxes of this spec are wanted. */
  keep(spec: SandboxSpec, count: number): void {
    if (this.isClosed) return;
    const shelf = this.shelves.get(specKey(spec)) ?? new Shelf(spec);
    this.shelves.set(specKey(spec), shelf);
    shelf.floor = count;
    this.resize();
  }

  drop(spec: SandboxSpec): void {
    const shelf = this.shelves.get(specKey(spec));
    if (!shelf) return;
    this.shelves.delete(specKey(spec));
    shelf.stopResting();
    this.fit(shelf, 0);
    this.resize();
  }

  status(): ShelfStatus[] {
    return [...this.shelves.values()].map(({ spec, up, target }) => ({ spec, warm: up, target }));
  }

  /** Disposes every sandbox that nobody took, the ones being made too. */
  async close(): Promise<void> {
    for (const { spec } of this.status()) this.drop(spec);
    clearInterval(this.resizing);
    this.closing.abort();
    while (this.underWay.size > 0) await Promise.allSettled(this.underWay);
  }

  private get isClosed(): boolean {
    return this.closing.signal.aborted;
  }

  /** A taker who leaves early leaves the sandbox to the shelf. */
  private makeNow(spec: SandboxSpec, signal?: AbortSignal): Promise<Sandbox> {
    return new Promise((resolve, reject) => {
      const leave = () => reject(signal?.reason);
      signal?.addEventListener('abort', leave);
      void this.make(spec)
        .then((sandbox) => (signal?.aborted ? this.shelve(sandbox, spec) : resolve(sandbox)), reject)
        .finally(() => signal?.removeEventListener('abort', leave));
    });
  }

  private make(spec: SandboxSpec): Promise<Sandbox> {
    return this.track(async () => {
      const startedAt = performance.now();
      const sandbox = await this.parts.backend.make(spec);
      this.shelves.get(specKey(spec))?.demand.made(performance.now() - startedAt);
      if (!this.isClosed) return sandbox;
      await sandbox[Symbol.asyncDispose]();
      throw new SandboxBroken('The pool was closed.');
    });
  }

  private resize(): void {
    const shelves = [...this.shelves.values()];
    const now = performance.now();
    const targets = allot(
      shelves.map((shelf) => shelf.wish(now)),
      this.parts.most,
    );
    for (const [index, shelf] of shelves.entries()) this.fit(shelf, targets[index] ?? 0);
    this.refill();
  }

  private fit(shelf: Shelf, target: number): void {
    shelf.target = target;
    for (const sandbox of shelf.trim()) this.discard(sandbox);
  }

  private refill(): void {
    if (!this.isRefilling) void this.track(() => this.refillAll());
  }

  private async refillAll(): Promise<void> {
    this.isRefilling = true;
    try {
      for (let shelf = this.neediest(); shelf; shelf = this.neediest()) {
        await this.inUse.giveWay(shelf.warm === 0, this.closing.signal);
        await this.restock(shelf);
      }
    } finally {
      this.isRefilling = false;
    }
  }

  private neediest(): Shelf | undefined {
    const wanting = [...this.shelves.values()].filter((shelf) => shelf.isWanting);
    return wanting.toSorted((one, other) => other.emptiness - one.emptiness)[0];
  }

  private async restock(shelf: Shelf): Promise<void> {
    if (!shelf.isWanting) return;
    try {
      this.shelve(await this.make(shelf.spec), shelf.spec);
    } catch (error) {
      this.blame(shelf, error);
    }
  }

  private shelve(sandbox: Sandbox, spec: SandboxSpec): void {
    const shelf = this.shelves.get(specKey(spec));
    if (!shelf?.hasRoom) {
      this.discard(sandbox);
      return;
    }
    shelf.put(sandbox);
    void sandbox.gone.then(() => {
      if (!shelf.remove(sandbox)) return;
      this.discard(sandbox);
      this.blame(shelf, new SandboxBroken('A warm sandbox died.'));
    });
  }

  private blame(shelf: Shelf, error: unknown): void {
    if (this.isClosed) return;
    shelf.failures += 1;
    const retryMs = Math.min(this.parts.firstRetryMs * 2 ** (shelf.failures - 1), this.parts.maxRetryMs);
    shelf.restFor(retryMs, () => this.refill());
    this.parts.onFault({ spec: shelf.spec, error, failures: shelf.failures, retryMs });
  }

  private discard(sandbox: Sandbox): void {
    void this.track(async () => sandbox[Symbol.asyncDispose]());
  }

  /** Keeps the work in sight of `close`. */
  private track<Result>(work: () => Promise<Result>): Promise<Result> {
    const working = work();
    this.underWay.add(working);
    void working.catch(() => undefined).then(() => this.underWay.delete(working));
    return working;
  }
}
