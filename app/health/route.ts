import { databaseAnswers } from '#prisma/snippets.ts';
import type { WebHealth } from '#protocol/health.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { answer, jsonAnswer } from '../api/answer.ts';
import { executionStatus } from '../api/execution.ts';
import { readWebConfig } from '../config.ts';

export function GET(request: Request): Promise<Response> {
  return answer(request, sayHealth);
}

export function HEAD(request: Request): Promise<Response> {
  return answer(request, async () => {
    const { status, headers } = await sayHealth();
    return new Response(null, { status, headers });
  });
}

/** Without the database this server is of no use; without the execution server it still shows what was saved. */
async function sayHealth(): Promise<Response> {
  const { EXECUTION_URL } = readWebConfig();
  const [hasDatabase, execution] = await Promise.all([
    databaseAnswers(),
    executionStatus({ url: EXECUTION_URL }),
  ]);
  const health: WebHealth = {
    status: hasDatabase && execution !== undefined ? 'ok' : 'degraded',
    version: packageJson.version,
    database: { reachable: hasDatabase },
    execution: { reachable: execution !== undefined, status: execution ?? 'unreachable' },
  };
  return jsonAnswer(health, hasDatabase ? 200 : 503);
}
