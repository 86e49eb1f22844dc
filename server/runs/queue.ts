import type { RunQuota } from './quota.ts';
import { RunRefused } from './refused.ts';

/** Seconds after which a refused client may try again: about as long as a default run may take. */
const retryAfterSeconds = 10;

/**
 * The right to run, given to at most `width` runs at once. The others wait in line, at most `capacity` of them; the line
 * goes round the clients, so that one client's hundred runs do not keep another's one waiting.
 */
export class RunQueue {
  private running = 0;
  private closed = false;
  /** Clients in the order of their next turn, each with its waiters. */
  private readonly lines = new Map<string, Place[]>();

  constructor(
    private readonly width: number,
    private readonly capacity: number,
    /** What each client may have; without one, whatever there is. */
    private readonly quota?: RunQuota,
  ) {}

  /** A place in line, or the turn itself. Throws `RunRefused` at once when the line is full or closed, or the client's share is. */
  enter(client: string): Place {
    this.admit();
    const free = this.running < this.width;
    if (!free && this.waitingCount >= this.capacity) throw queueFull(this.capacity);
    const share = this.quota?.take(client);
    const place = new Place((given) => {
      share?.[Symbol.dispose]();
      this.leave(client, given);
    });
    if (free) {
      this.running += 1;
      place.giveTurn();
    } else {
      this.lines.set(client, [...(this.lines.get(client) ?? []), place]);
      this.tellPositions();
    }
    return place;
  }

  /** Throws `RunRefused` when newcomers are refused: also for one who needs no turn. */
  admit(): void {
    if (this.closed) throw shuttingDown();
  }

  /** Refuses newcomers from now on, and sends everybody who waits away without a turn. */
  close(): void {
    this.closed = true;
    const waiting = this.order();
    this.lines.clear();
    for (const place of waiting) place.sendAway();
  }

  status(): { running: number; waiting: number; width: number; capacity: number } {
    return { running: this.running, waiting: this.waitingCount, width: this.width, capacity: this.capacity };
  }

  private get waitingCount(): number {
    let count = 0;
    for (const line of this.lines.values()) count += line.length;
    return count;
  }

  private leave(client: string, place: Place): void {
    if (place.hasTurn) {
      this.running -= 1;
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
    if (next === undefined) return;
    const [client, [place, ...rest]] = next;
    this.lines.delete(client);
    if (rest.length > 0) this.lines.set(client, rest);
    this.running += 1;
    place?.giveTurn();
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

/** Somebody's place in line, and the turn once it came. Disposing it leaves the line or gives the turn back, once. */
export class Place implements Disposable {
  hasTurn = false;
  private position = 0;
  private left = false;
  private wake: () => void = () => {};

  constructor(private readonly leave: (place: Place) => void) {}

  /** Each position as it changes, counted from 1, until the turn came, the signal fired, or the queue was closed. */
  async *positions(signal: AbortSignal): AsyncGenerator<number, void> {
    let told = 0;
    const onAbort = () => this.wake();
    signal.addEventListener('abort', onAbort);
    try {
      while (!this.hasTurn && !this.left && !signal.aborted) {
        if (this.position !== told) {
          told = this.position;
          yield told;
        } else {
          await new Promise<void>((resolve) => {
            this.wake = resolve;
          });
        }
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  giveTurn(): void {
    this.hasTurn = true;
    this.wake();
  }

  moveTo(position: number): void {
    this.position = position;
    this.wake();
  }

  sendAway(): void {
    this.left = true;
    this.wake();
  }

  [Symbol.dispose](): void {
    if (this.left) return;
    this.left = true;
    this.leave(this);
  }
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
