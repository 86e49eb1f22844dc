/** What is said of many times of one thing, in milliseconds; NaN where there is none. */
export interface Times {
  /** The middle of the sets' p50, and the lowest and the highest of them. */
  readonly p50: number;
  readonly low: number;
  readonly high: number;
  /** Of all samples together. */
  readonly p95: number;
  readonly p99: number;
  readonly count: number;
  /** Runs that went wrong: they have no time. */
  readonly errors: number;
  /** What the first of them said. */
  readonly error?: string;
}

/** Times of one thing, in milliseconds, taken in several sets, so that the machine's moods can be seen. */
export class Samples {
  private readonly sets: number[][] = [[]];
  private errors = 0;
  private error: string | undefined;

  add(ms: number): void {
    this.sets.at(-1)?.push(ms);
  }

  /** A run that went wrong is counted, and gives no time. */
  fail(error: unknown): void {
    this.errors += 1;
    this.error ??= error instanceof Error ? error.message : String(error);
  }

  nextSet(): void {
    if (this.sets.at(-1)?.length !== 0) this.sets.push([]);
  }

  /** Takes the time that the work takes; a throw is a run that went wrong. Answers whether it went well. */
  async take(work: () => Promise<unknown>): Promise<boolean> {
    const startedAt = performance.now();
    try {
      await work();
      this.add(performance.now() - startedAt);
      return true;
    } catch (error) {
      this.fail(error);
      return false;
    }
  }

  get times(): Times {
    const all = this.sets.flat();
    const middles = this.sets.filter((set) => set.length > 0).map((set) => percentile(set, 0.5));
    return {
      p50: percentile(middles, 0.5),
      low: percentile(middles, 0),
      high: percentile(middles, 1),
      p95: percentile(all, 0.95),
      p99: percentile(all, 0.99),
      count: all.length,
      errors: this.errors,
      ...(this.error === undefined ? {} : { error: this.error }),
    };
  }
}

/** The value below which the given share of the values lies (nearest rank); NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}
