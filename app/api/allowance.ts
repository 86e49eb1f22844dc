import { Refused } from '#protocol/problem.ts';
import { clientNetwork } from '#trust/addresses.ts';
import { clientOf } from './client.ts';

const hourMs = 60 * 60 * 1000;
/** How many clients are remembered before those are looked for that have used nothing of late. */
const tidyAbove = 10_000;

interface Standing {
  readonly used: number;
  readonly at: number;
}

/** What each client may do so often in an hour: all of it at once after a pause, and then evenly. */
class Allowance {
  private readonly standings = new Map<string, Standing>();
  private tidyAt = tidyAbove;

  /** Counts one more. Answers the seconds to wait instead when there is nothing left; a `perHour` of 0 is no limit. */
  take(client: string, perHour: number, now = Date.now()): number {
    if (perHour === 0) return 0;
    const used = this.usedBy(client, perHour, now);
    if (used + 1 > perHour) return Math.max(1, Math.ceil(((used + 1 - perHour) / perHour) * (hourMs / 1000)));
    this.standings.set(client, { used: used + 1, at: now });
    if (this.standings.size > this.tidyAt) this.tidy(perHour, now);
    return 0;
  }

  private usedBy(client: string, perHour: number, now: number): number {
    const { used, at } = this.standings.get(client) ?? { used: 0, at: now };
    return Math.max(0, used - ((now - at) / hourMs) * perHour);
  }

  private tidy(perHour: number, now: number): void {
    for (const client of this.standings.keys())
      if (this.usedBy(client, perHour, now) === 0) this.standings.delete(client);
    // Where there is nothing to forget, not every request is to look for it again.
    this.tidyAt = Math.max(tidyAbove, 2 * this.standings.size);
  }
}

/** Bundlers load modules more than once, so the process keeps them. */
const shared = globalThis as { bugdrillAllowances?: Map<string, Allowance> };

/** Throws `Refused` when the request's client has done this too often. */
export function spend(request: Request, what: 'snippets' | 'reports', perHour: number): void {
  shared.bugdrillAllowances ??= new Map();
  const allowance = shared.bugdrillAllowances.get(what) ?? new Allowance();
  shared.bugdrillAllowances.set(what, allowance);
  const retryAfter = allowance.take(clientNetwork(clientOf(request) ?? 'unknown'), perHour);
  if (retryAfter === 0) return;
  const message = `At most ${perHour} ${what} an hour. Try again in ${retryAfter} s.`;
  throw new Refused({ code: 'rate_limited', message, retryAfter });
}
