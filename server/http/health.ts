import type { FastifyReply } from 'fastify';
import type { ServerHealth } from '#protocol/health.ts';
import type { LanguageInfo } from '#protocol/language.ts';
import type { EngineState } from '../sandbox/sandbox.ts';

export interface HealthParts {
  readonly version: string;
  readonly engine: () => Promise<EngineState>;
  readonly languages: () => readonly Pick<LanguageInfo, 'id' | 'state'>[];
  readonly pool: () => ServerHealth['pool'];
  readonly selfTest: () => ServerHealth['selfTest'];
  readonly queue: () => ServerHealth['queue'];
}

/** Says how the server is. */
export class HealthSource {
  private readonly startedAt = performance.now();
  private stopping = false;

  constructor(private readonly parts: HealthParts) {}

  /** From now on the server says that it is on its way down, so that nobody sends it more. */
  stop(): void {
    this.stopping = true;
  }

  async read(): Promise<ServerHealth> {
    const engine = await this.parts.engine();
    const languages = groupByState(this.parts.languages());
    return {
      status: this.statusOf(engine, languages),
      version: this.parts.version,
      uptimeSeconds: Math.round((performance.now() - this.startedAt) / 1000),
      engine,
      languages,
      pool: this.parts.pool(),
      selfTest: this.parts.selfTest(),
      queue: this.parts.queue(),
    };
  }

  private statusOf(engine: EngineState, languages: ServerHealth['languages']): ServerHealth['status'] {
    if (this.stopping) return 'stopping';
    if (!engine.reachable) return 'degraded';
    if (languages.ready.length === 0) return languages.building.length > 0 ? 'starting' : 'degraded';
    const isWhole = languages.failed.length === 0 && this.parts.selfTest().status !== 'failed';
    return isWhole ? 'ok' : 'degraded';
  }
}

/** 200 while code can be run, 503 while it cannot: what a load balancer asks. */
export async function answerHealth(source: HealthSource, reply: FastifyReply): Promise<void> {
  const health = await source.read();
  const runs = health.engine.reachable && health.languages.ready.length > 0 && health.status !== 'stopping';
  await reply.code(runs ? 200 : 503).send(health);
}

function groupByState(languages: readonly Pick<LanguageInfo, 'id' | 'state'>[]): ServerHealth['languages'] {
  const idsOf = (...statuses: LanguageInfo['state']['status'][]) =>
    languages.filter(({ state }) => statuses.includes(state.status)).map(({ id }) => id);
  return { ready: idsOf('ready'), building: idsOf('waiting', 'building'), failed: idsOf('failed') };
}
