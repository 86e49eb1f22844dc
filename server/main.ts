import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { proxiesOf, readConfig } from './config.ts';
import { buildHttp } from './http/app.ts';
import { HealthSource } from './http/health.ts';
import { LanguageBuilds } from './languages/builds.ts';
import { readCatalog } from './languages/read-catalog.ts';
import { createLog, logRuns } from './log.ts';
import { OriginRule } from './origin.ts';
import { OfferedLanguages } from './runs/offered-languages.ts';
import { RunQueue } from './runs/queue.ts';
import { Runner } from './runs/runner.ts';
import { WarmLanguages } from './runs/warm-languages.ts';
import { DockerBackend } from './sandbox/docker-backend.ts';
import { findEngine } from './sandbox/docker-engine.ts';
import { DockerImages } from './sandbox/docker-images.ts';
import { readInstanceId } from './sandbox/instance-id.ts';
import { WarmPool } from './sandbox/pool.ts';
import { openSockets } from './sockets/sockets.ts';

/** Runs that were told to end get this long to tell their clients. */
const farewellMs = 2_000;

const folder = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const config = readConfig(process.env);
const log = createLog(config.LOG_LEVEL);
const { version } = JSON.parse(readFileSync(folder('package.json'), 'utf8'));
const report = (what: string) => (error: unknown) => log.error({ err: error }, what);

const engine = await findEngine(config);
const instance = await readInstanceId(config.DATA_DIR);
const backend = new DockerBackend({
  engine,
  instance,
  runtime: config.SANDBOX_RUNTIME,
  onFault: report('a container could not be removed; it will be tried again'),
});

const catalog = await readCatalog(folder('languages'), config.LANGUAGES);
const offered = new OfferedLanguages(catalog, config);
const pool = new WarmPool({
  backend,
  onFault: (fault) => log.warn(fault, 'a warm sandbox could not be kept'),
});
const warm = new WarmLanguages({ catalog, offered, pool, maxWarm: config.POOL_MAX_WARM });
const queue = new RunQueue(config.MAX_CONCURRENT_RUNS, config.MAX_QUEUED_RUNS);
const runner = new Runner({ languages: offered, queue, pool, observers: [logRuns(log)] });

const health = new HealthSource({
  version,
  engine: () => backend.check(),
  languages: () => catalog.all(),
  pool: () => warm.status(),
  queue: () => queue.status(),
});
const origins = new OriginRule(config);
const http = buildHttp({ runner, languages: offered, health, origins, log, version });
const sockets = openSockets(http.server, { runner, origins, failed: report('a socket failed on our side') });
await http.listen({ host: config.HOST, port: config.PORT });
// Only who holds the port may sweep: a second server by mistake must not remove the first one's sandboxes.
await backend
  .sweep()
  .then(
    (swept) => log.info({ swept }, 'swept what a server before this one left'),
    report('the engine could not be swept'),
  );

const builds = new LanguageBuilds({
  languages: catalog.toBuild(),
  builder: new DockerImages(engine, {
    instance,
    dataDir: config.DATA_DIR,
    agentFolder: folder('agent'),
    proxies: proxiesOf(config),
  }),
  onReady: (language) => {
    log.info({ language: language.id, version: language.version }, 'language ready');
    warm.keep();
  },
  onFailed: ({ id, state }) => log.error({ language: id, state }, 'language failed'),
});

// Ctrl-C in a terminal reaches us and, once more, through whoever started us: closing begins once and goes on.
let isClosing = false;
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => {
    if (isClosing) return;
    isClosing = true;
    close().catch((error: unknown) => {
      report('closing failed')(error);
      process.exitCode = 1;
    });
  });
}

/** In the reverse order of opening: no newcomers, then the runs, the doors, the builds, the sandboxes. */
async function close(): Promise<void> {
  log.info('closing');
  health.stop();
  queue.close();
  await runner.idle(config.DRAIN_MS);
  runner.interruptAll();
  await runner.idle(farewellMs);
  await sockets.close();
  await http.close();
  await builds[Symbol.asyncDispose]();
  await pool.close();
  await backend.close();
  log.info('closed');
}
