import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from '#server/sandbox/docker-engine.ts';
import { TestServer } from '#server/test-server.ts';
import { type ChaosRun, watchRun } from './chaos-client.ts';
import type { SeededRandom } from './random.ts';
import { complaintOf, type SeenRun, tally } from './seen-run.ts';

/** An engine that may be killed, and comes back. */
export interface MortalEngine {
  readonly environment: Readonly<Record<string, string>>;
  killAndRestart(): Promise<void>;
}

export interface ChaosPlan {
  readonly runs: number;
  readonly random: SeededRandom;
  readonly engine: Engine;
  /** The data folder of the server and of those that come after it. */
  readonly dataDir: string;
  readonly serverKills: number;
  /** Undefined where the engine is not ours to kill. */
  readonly mortal?: { readonly engine: MortalEngine; readonly kills: number } | undefined;
}

export interface ChaosReport {
  readonly seed: number;
  readonly runs: number;
  readonly ends: Readonly<Record<string, number>>;
  readonly kills: { readonly containers: number; readonly servers: number; readonly engines: number };
  readonly complaints: readonly string[];
  readonly containersLeft: number;
  readonly seconds: number;
}

const clients = 4;
const doors = ['rest', 'stream', 'socket'] as const;

/** Kills containers, the server and, where it may, the engine, while clients have correct programs run. */
export async function unleash(plan: ChaosPlan): Promise<ChaosReport> {
  const chaos = new Chaos(plan);
  return await chaos.play();
}

class Chaos {
  private readonly seen: SeenRun[] = [];
  private readonly kills = { containers: 0, servers: 0, engines: 0 };
  private started = 0;
  /** The server that is up, or the one that is coming. */
  private server: Promise<TestServer>;

  constructor(private readonly plan: ChaosPlan) {
    this.server = this.startServer();
  }

  async play(): Promise<ChaosReport> {
    const { runs, random } = this.plan;
    await this.server;
    const startedAt = performance.now();
    const working = Promise.all(Array.from({ length: clients }, () => this.beClient()));
    let containersLeft = 0;
    try {
      await this.killUntil(working.then(() => true));
    } finally {
      containersLeft = await this.end();
    }
    return {
      seed: random.seed,
      runs,
      ends: tally(this.seen),
      kills: this.kills,
      complaints: this.seen.flatMap((seen) => complaintOf(seen) ?? []),
      containersLeft,
      seconds: Math.round((performance.now() - startedAt) / 1000),
    };
  }

  /** One run after the other; one that was refused, as the server asks while it comes up, is tried again. */
  private async beClient(): Promise<void> {
    while (this.started < this.plan.runs) {
      this.started += 1;
      const run = this.inventRun();
      let seen = await this.attempt(run);
      while (seen.end === 'refused') {
        await pause(100);
        seen = await this.attempt(run);
      }
      this.seen.push(seen);
    }
  }

  private async attempt(run: ChaosRun): Promise<SeenRun> {
    const { url } = await this.server;
    return await watchRun(url, run);
  }

  private inventRun(): ChaosRun {
    const { random } = this.plan;
    return {
      door: random.pick(doors),
      lines: random.between(1, 6),
      pauseMs: random.between(0, 80),
      leaveAfterMs: random.next() < 0.1 ? random.between(20, 300) : undefined,
    };
  }

  private async killUntil(isOver: Promise<boolean>): Promise<void> {
    const { random } = this.plan;
    while (!(await Promise.race([isOver, pause(random.between(50, 600), false)]))) await this.strike();
  }

  /** The server and the engine are killed when their share of the runs has been started, containers all the time. */
  private async strike(): Promise<void> {
    const { runs, serverKills, mortal } = this.plan;
    const isDue = (done: number, all: number) => done < all && this.started > ((done + 0.5) * runs) / all;
    if (isDue(this.kills.servers, serverKills)) await this.killServer();
    else if (mortal && isDue(this.kills.engines, mortal.kills)) await this.killEngine(mortal.engine);
    else await this.killContainer();
  }

  private async killContainer(): Promise<void> {
    const containers = await (await this.server).containers();
    if (containers.length === 0) return;
    const victim = this.plan.engine.getContainer(this.plan.random.pick(containers));
    // It may be made, or be gone, just now.
    const isKilled = await victim.kill().then(
      () => true,
      () => false,
    );
    if (isKilled) this.kills.containers += 1;
  }

  private async killServer(): Promise<void> {
    const server = await this.server;
    this.kills.servers += 1;
    this.server = server.end('SIGKILL').then(() => this.startServer());
    await this.server;
  }

  private async killEngine(engine: MortalEngine): Promise<void> {
    this.kills.engines += 1;
    await engine.killAndRestart();
  }

  private startServer(): Promise<TestServer> {
    const { dataDir, mortal } = this.plan;
    const environment = { LANGUAGES: 'python', LOG_LEVEL: 'warn', ...mortal?.engine.environment };
    return TestServer.startReady(environment, dataDir);
  }

  /** Ends the last server as an operator does; answers how many containers there are then. */
  private async end(): Promise<number> {
    const server = await this.server;
    await server.end('SIGTERM');
    return (await server.containers()).length;
  }
}
