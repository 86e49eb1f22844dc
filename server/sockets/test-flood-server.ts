import type { AddressInfo } from 'node:net';
import { readConfig } from '../config.ts';
import { buildHttp } from '../http/app.ts';
import { HealthSource } from '../http/health.ts';
import { OpenAnswers } from '../http/open-answers.ts';
import { createLog } from '../log.ts';
import { OriginRule } from '../origin.ts';
import { operatorRanges, runRanges } from '../runs/limits.ts';
import { LiveRuns } from '../runs/live-runs.ts';
import { RunQueue } from '../runs/queue.ts';
import { Runner } from '../runs/runner.ts';
import { ScriptedBackend } from '../sandbox/scripted-backend.ts';
import { print } from '../sandbox/scripted-step.ts';
import { openDoors } from '../test-doors.ts';
import { openSockets } from './sockets.ts';

/** A process with both doors and programs that print `y` for ever. Tells its port, and its memory when asked. */
const settings = {
  ...readConfig({}),
  RUN_OUTPUT_BYTES: 1 << 30,
  RUN_OUTPUT_CAP_BYTES: 1 << 30,
  RUN_TIME_MS: 600_000,
  RUN_TIME_CAP_MS: 600_000,
};
/** One event for all that is printed: what the script would make for each is not what is measured. */
const page = print('y\n'.repeat(32 * 1024));
const backend = new ScriptedBackend(async function* ({ over }) {
  while (!over.aborted) {
    yield page;
    await new Promise((resolve) => setImmediate(resolve));
  }
});
const limits = runRanges(settings, {});
const toy = { id: 'toy', version: '1', image: 'i', source: 'main.toy', extensions: ['.toy'], env: {} };
const runner = new Runner({
  languages: { ready: () => ({ ...toy, run: ['toy'], ranges: { run: limits } }) },
  queue: new RunQueue({ width: 64, capacity: 64 }),
  pool: { take: async (spec) => ({ sandbox: await backend.make(spec), warm: false }) },
  observers: [],
});
const failed = (error: unknown) => {
  throw error;
};
const origins = new OriginRule(settings);
const runs = new LiveRuns({ runner, resumeMs: 60_000, failed });
const app = buildHttp({
  ...openDoors,
  runner,
  runs,
  origins,
  answers: new OpenAnswers(),
  limits: operatorRanges(settings),
  languages: { answer: () => ({ languages: [] }) },
  health: new HealthSource({
    version: '0',
    engine: () => backend.check(),
    languages: () => [],
    pool: () => ({}),
    queue: () => ({ running: 0, waiting: 0, width: 64, capacity: 64 }),
    selfTest: () => ({ status: 'held', probes: 0, failed: [] }),
  }),
  log: createLog('silent'),
  version: '0',
});
openSockets(app.server, {
  ...openDoors,
  runs,
  origins,
  failed,
});
await app.listen({ host: '127.0.0.1', port: 0 });
process.send?.((app.server.address() as AddressInfo).port);
process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage().rss);
});
process.on('disconnect', () => process.exit());
