import { RunRefused } from './refused.ts';
import type { RunRates } from './run-rates.ts';

/** Seconds after which one of a client's own runs may well have ended. */
const retryAfterSeconds = 2;

export interface RunQuotaParts {
  readonly rates: RunRates;
  /** Runs of one client that may be under way at once, those that wait included. */
  readonly maxRunsPerClient: number;
}

/** What each client may have of the server: so many runs at once, and so often. */
export class RunQuota {
  private readonly underWay = new Map<string, number>();

  constructor(private readonly parts: RunQuotaParts) {}

  /** The right to one more run, given back at its end. Throws `RunRefused` when the client has had its share. */
  take(client: string): Disposable {
    const { maxRunsPerClient, rates } = this.parts;
    const before = this.underWay.get(client) ?? 0;
    if (before >= maxRunsPerClient) throw tooMany(maxRunsPerClient);
    rates.spend(client);
    this.underWay.set(client, before + 1);
    return { [Symbol.dispose]: () => this.giveBack(client) };
  }

  /** Counts a run that takes nothing but its answer. Throws `RunRefused` when the client has had its share. */
  count(client: string): void {
    this.parts.rates.spend(client);
  }

  private giveBack(client: string): void {
    const left = (this.underWay.get(client) ?? 1) - 1;
    if (left === 0) this.underWay.delete(client);
    else this.underWay.set(client, left);
  }
}

function tooMany(maxRuns: number): RunRefused {
  return new RunRefused({
    code: 'rate_limited',
    message: `At most ${maxRuns} runs of one client at once. Wait for one of them, or stop it.`,
    retryAfter: retryAfterSeconds,
  });
}
