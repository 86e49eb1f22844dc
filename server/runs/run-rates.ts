import { RunRefused } from './refused.ts';

export interface RunRatesSettings {
  /** What a client may start in the long run; 0 is no limit. */
  readonly runsPerMinute: number;
  /** What it may start at once after a pause. */
  readonly burst: number;
  /** The limit of a client that has one of its own. */
  readonly ownRunsPerMinute?: (client: string) => number | undefined;
}

/** How a client stands with its limit: `burst` runs in `windowSeconds`, of which `remaining` are left. */
export interface RateStanding {
  readonly burst: number;
  readonly windowSeconds: number;
  readonly remaining: number;
  /** Until all of them are there again. */
  readonly resetSeconds: number;
}

/** Clients that are remembered at most. Whoever is forgotten is as good as new. */
const maxClients = 50_000;
/** Forgotten many at a time: walking over a map's deleted head for each one would cost more than all the rest. */
const forgetAtOnce = 5_000;

/** Sums of fractions of milliseconds are off by less than this. */
const roundingMs = 0.001;

/**
 * How often each client may start a run: a token bucket each. A bucket is kept as the moment at which it will be full
 * again, so that one which nobody uses is nothing at all.
 */
export class RunRates {
  private readonly fullAt = new Map<string, number>();

  constructor(
    private readonly settings: RunRatesSettings,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Counts a run. Throws `RunRefused` when the client has none left. */
  spend(client: string): void {
    const limit = this.limitOf(client);
    if (limit === undefined) return;
    const now = this.now();
    const fullAt = Math.max(this.fullAt.get(client) ?? now, now) + limit.everyMs;
    const overMs = fullAt - now - limit.burst * limit.everyMs;
    if (overMs > roundingMs) throw tooOften(limit.runsPerMinute, Math.ceil(overMs / 1000));
    this.remember(client, fullAt);
  }

  /** Undefined when the client has no limit. */
  standing(client: string): RateStanding | undefined {
    const limit = this.limitOf(client);
    if (limit === undefined) return undefined;
    const missingMs = Math.max(0, (this.fullAt.get(client) ?? 0) - this.now());
    return {
      burst: limit.burst,
      windowSeconds: Math.ceil((limit.burst * limit.everyMs) / 1000),
      remaining: Math.max(0, Math.floor(limit.burst - (missingMs - roundingMs) / limit.everyMs)),
      resetSeconds: Math.ceil(missingMs / 1000),
    };
  }

  private limitOf(client: string): { runsPerMinute: number; burst: number; everyMs: number } | undefined {
    const runsPerMinute = this.settings.ownRunsPerMinute?.(client) ?? this.settings.runsPerMinute;
    if (runsPerMinute === 0) return undefined;
    const burst = Math.min(this.settings.burst, runsPerMinute);
    return { runsPerMinute, burst, everyMs: 60_000 / runsPerMinute };
  }

  private remember(client: string, fullAt: number): void {
    this.fullAt.delete(client);
    this.fullAt.set(client, fullAt);
    if (this.fullAt.size > maxClients) this.forgetOldest();
  }

  /** The map is in the order of the last run: a client at its head has been away the longest. */
  private forgetOldest(): void {
    const now = this.now();
    let surplus = forgetAtOnce;
    for (const [client, fullAt] of this.fullAt) {
      if (fullAt > now && surplus <= 0) return;
      this.fullAt.delete(client);
      surplus -= 1;
    }
  }
}

function tooOften(runsPerMinute: number, retryAfter: number): RunRefused {
  return new RunRefused({
    code: 'rate_limited',
    message: `At most ${runsPerMinute} runs a minute. Try again in ${retryAfter} s.`,
    retryAfter,
  });
}
