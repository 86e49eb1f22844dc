import { Place } from './place.ts';
import type { RunQuota } from './quota.ts';
import { RunRefused } from './refused.ts';
import { type TurnSettings, Turns } from './turns.ts';

/** Seconds after which a refused client may try again: about as long as a default run may take. */
const retryAfterSeconds = 10;

export interface QueueSettings extends Partial<TurnSettings> {
  readonly width: number;
  /** The most that may wait. */
  readonly capacity: number;
}

/** Long enough for most programs, short enough to wait for. */
const trialMs = 500;

/**
 * Who may run, and who waits for it in line, at most `capacity` of them. The line
 * goes round the clients, so that one client's hundred runs do not keep another's one waiting.
 */
export class RunQueue {
  private readonly turns: Turns;
  private closed = false;
  /** Clients in the order of their next turn, each with its waiters. */
  private readonly lines = new Map<string, Place[]>();

  constructor(
    private readonly settings: QueueSettings,
    /** What each client may have; without one, whatever there is. */
    private readonly quota?: RunQuota,
  ) {
    this.turns = new Turns({ asideMax: 0, trialMs, ...settings }, () => this.handOn());
  }

  /** A place in line, or the turn itself. Throws `RunRefused` at once when the line is full or closed, or the client's share is. */
  enter(client: string): Place {
    this.refuseWhenClosed();
    const free = this.lines.size === 0 && this.turns.hasRoom;
    if (!free) this.refuseWhenFull(client);
    const share = this.quota?.take(client);
    const leave = (place: Place) => {
      share?.[Symbol.dispose]();
      this.leave(client, place);
    };
    const place = new Place({ leave, begin: (begun) => this.turns.time(begun) });
    if (free) {
      this.turns.give(place);
    } else {
      this.lines.set(client, [...(this.lines.get(client) ?? []), place]);
      this.tellPositions();
    }
    return place;
  }

  /** For one who needs no turn, but is a newcomer like any other. Throws `RunRefused` when those, or the client, are refused. */
  admit(client: string): void {
    this.refuseWhenClosed();
    this.quota?.count(client);
  }

  /** Refuses newcomers from now on, and sends everybody who waits away without a turn. */
  close(): void {
    this.closed = true;
    const waiting = this.order();
    this.lines.clear();
    for (const place of waiting) place.sendAway();
  }

  status(): { running: number; waiting: number; width: number; capacity: number } {
    const { width, capacity } = this.settings;
    return { running: this.turns.count, waiting: this.waitingCount, width, capacity };
  }

  private refuseWhenClosed(): void {
    if (this.closed) throw shuttingDown();
  }

  /** One client may have half of the places: whoever comes for the first time then still finds one. */
  private refuseWhenFull(client: string): void {
    const { capacity } = this.settings;
    const share = Math.max(1, Math.floor(capacity / 2));
    if ((this.lines.get(client)?.length ?? 0) >= share) throw shareFull(share);
    if (this.waitingCount >= capacity) throw queueFull(capacity);
  }

  private get waitingCount(): number {
    let count = 0;
    for (const line of this.lines.values()) count += line.length;
    return count;
  }

  private leave(client: string, place: Place): void {
    if (place.hasTurn) {
      this.turns.takeBack(place);
      this.handOn();
      return;
    }
    const line = this.lines.get(client)?.filter((other) => other !== place) ?? [];
    if (line.length > 0) this.lines.set(client, line);
    else this.lines.delete(client);
    this.tellPositions();
  }

  /** The turn is handed to the next waiter: were it only freed, a newcomer could slip in between. */
  private handOn(): void {
    const [next] = this.lines;
    if (next === undefined || !this.turns.hasRoom) return;
    const [client, [place, ...rest]] = next;
    this.lines.delete(client);
    if (rest.length > 0) this.lines.set(client, rest);
    if (place) this.turns.give(place);
    this.tellPositions();
  }

  /** Everybody who waits, in the order in which they will run when nobody else comes. */
  private order(): Place[] {
    const lines = [...this.lines.values()];
    const longest = Math.max(0, ...lines.map((line) => line.length));
    return Array.from({ length: longest }, (_, round) =>
      lines.flatMap((line) => line.slice(round, round + 1)),
    ).flat();
  }

  private tellPositions(): void {
    for (const [index, place] of this.order().entries()) place.moveTo(index + 1);
  }
}

function shareFull(share: number): RunRefused {
  return new RunRefused({
    code: 'rate_limited',
    message: `${share} of your runs are waiting already. Try again in ${retryAfterSeconds} seconds.`,
    retryAfter: retryAfterSeconds,
  });
}

function queueFull(capacity: number): RunRefused {
  return new RunRefused({
    code: 'queue_full',
    message: `${capacity} runs are waiting already. Try again in ${retryAfterSeconds} seconds.`,
    retryAfter: retryAfterSeconds,
  });
}

function shuttingDown(): RunRefused {
  return new RunRefused({
    code: 'shutting_down',
    message: 'The server is stopping. Try again in a moment.',
    retryAfter: retryAfterSeconds,
  });
}
