import { setTimeout as pause } from 'node:timers/promises';
import { Samples, type Times } from './samples.ts';

/** What many clients saw together. */
export interface Load {
  readonly clients: number;
  readonly runsPerSecond: number;
  readonly times: Times;
}

/** After a failure a client waits: it shall not hammer a server that refuses it. */
const afterFailureMs = 50;

/** A load in several sets, each of which goes on for some time. */
export class LoadGauge {
  private readonly samples = new Samples();
  private readonly rates: number[] = [];

  constructor(
    private readonly clients: number,
    private readonly work: (client: number) => Promise<unknown>,
  ) {}

  /** Each client sends one run, and its next one when that has ended, for so long. What was begun is waited for, and counts. */
  async closedLoop(forMs: number): Promise<void> {
    const begin = performance.now();
    let done = 0;
    const client = async (_: unknown, index: number) => {
      do {
        if (await this.one(index)) done += 1;
        else await pause(afterFailureMs);
      } while (performance.now() - begin < forMs);
    };
    await Promise.all(Array.from({ length: this.clients }, client));
    this.rates.push(done / ((performance.now() - begin) / 1000));
    this.samples.nextSet();
  }

  /**
   * All clients together send so many runs a second, evenly, whether the server keeps pace or not: the time of a run
   * counts from when it was due, so that a late one makes the next ones late too.
   */
  async openLoop(runsPerSecond: number, forMs: number): Promise<void> {
    const begin = performance.now();
    const everyMs = (1000 * this.clients) / runsPerSecond;
    const client = async (_: unknown, index: number) => {
      for (let dueMs = (everyMs * index) / this.clients; dueMs < forMs; dueMs += everyMs) {
        await pause(Math.max(0, begin + dueMs - performance.now()));
        await this.one(index, begin + dueMs);
      }
    };
    await Promise.all(Array.from({ length: this.clients }, client));
    this.samples.nextSet();
  }

  get load(): Load {
    const mean = this.rates.reduce((sum, rate) => sum + rate, 0) / this.rates.length;
    return { clients: this.clients, runsPerSecond: mean, times: this.samples.times };
  }

  private async one(client: number, dueAt = performance.now()): Promise<boolean> {
    try {
      await this.work(client);
      this.samples.add(performance.now() - dueAt);
      return true;
    } catch (error) {
      this.samples.fail(error);
      return false;
    }
  }
}
