import { setTimeout as pause } from 'node:timers/promises';
import type { ServerHealth } from '#protocol/health.ts';
import { isFull, type TestServer } from '#server/test-server.ts';
import type { Pace } from './pace.ts';
import type { Program } from './programs.ts';
import { RestClient } from './rest-client.ts';

const patienceMs = 120_000;
const lookMs = 50;

/**
 * What a measured server is told: nothing that makes it faster. On a machine whose sandboxes were not seen to hold it is measured
 * all the same, and the report says so.
 */
export const standSettings = { ALLOW_UNVERIFIED_SANDBOX: 'true' };

export interface StandTerms {
  readonly pace: Pace;
  readonly stop: AbortSignal;
}

/** A real server that is measured, and how it is asked. */
export class Stand implements Disposable {
  readonly rest: RestClient;

  constructor(
    readonly server: TestServer,
    readonly programs: readonly Program[],
    private readonly terms: StandTerms,
  ) {
    this.rest = new RestClient(server.url);
  }

  get pace(): Pace {
    return this.terms.pace;
  }

  get stop(): AbortSignal {
    return this.terms.stop;
  }

  /** The same terms, for another server. */
  beside(server: TestServer, programs: readonly Program[]): Stand {
    return new Stand(server, programs, this.terms);
  }

  program(id: string): Program {
    const program = this.programs.find((one) => one.id === id);
    if (program === undefined) throw new Error(`${id} is not measured here`);
    return program;
  }

  /** Waits until the server can run all that it offers, nothing runs, and every warm sandbox that it wants is there. */
  async atRest(withinMs = patienceMs): Promise<void> {
    const deadline = performance.now() + withinMs;
    for (;;) {
      this.stop.throwIfAborted();
      const health = await this.server.health();
      if (health.languages.failed.length > 0)
        throw new Error(`${health.languages.failed.join(', ')} failed\n${this.server.output}`);
      if (isAtRest(health)) return;
      if (performance.now() > deadline)
        throw new Error(`the server does not come to rest: ${JSON.stringify(health)}`);
      await pause(lookMs);
    }
  }

  /** Whether every warm sandbox that the server wants is there, whatever runs. */
  async isFull(): Promise<boolean> {
    return isFull((await this.server.health()).pool);
  }

  [Symbol.dispose](): void {
    this.rest[Symbol.dispose]();
  }
}

function isAtRest({ selfTest, languages, pool, queue }: ServerHealth): boolean {
  const isIdle = queue.running === 0 && queue.waiting === 0;
  return selfTest.status !== 'pending' && languages.building.length === 0 && isFull(pool) && isIdle;
}
