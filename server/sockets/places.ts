import type { EventEmitter } from 'node:events';
import { Refused } from '#protocol/problem.ts';

/** Who holds how many connections, each from when it is let in until it is closed. */
export class Places {
  private readonly taken = new Map<string, number>();
  private readonly connections = new WeakSet<EventEmitter>();

  constructor(private readonly maxPerClient: number) {}

  /** Throws `Refused` when the client has as many as it may, or when this very connection was let in before. */
  take(client: string, connection: EventEmitter): void {
    if (this.connections.has(connection)) throw isIn();
    const count = this.taken.get(client) ?? 0;
    if (count >= this.maxPerClient) throw tooMany(this.maxPerClient);
    this.taken.set(client, count + 1);
    this.connections.add(connection);
    connection.once('close', () => this.giveBack(client));
  }

  private giveBack(client: string): void {
    const count = this.taken.get(client) ?? 0;
    if (count > 1) this.taken.set(client, count - 1);
    else this.taken.delete(client);
  }
}

function isIn(): Refused {
  return new Refused({ code: 'conflict', message: 'This connection was let in already.' });
}

function tooMany(max: number): Refused {
  return new Refused({
    code: 'rate_limited',
    message: `At most ${max} connections of one client. Close one of the other pages first.`,
    retryAfter: 10,
  });
}
