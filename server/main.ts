import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TrustedProxies } from '#trust/addresses.ts';
import { createSecret } from '#trust/secret.ts';
import { Doorkeeper } from './clients/doorkeeper.ts';
import { keyFilePath } from './clients/key-file.ts';
import { ApiKeys } from './clients/keys.ts';
import { closeWhenAsked } from './close-when-asked.ts';
import { proxiesOf, readConfig } from './config.ts';
import { buildHttp } from './http/app.ts';
import { Connections } from './http/connections.ts';
import { HealthSource } from './http/health.ts';
import { OpenAnswers } from './http/open-answers.ts';
import { addedFilePath } from './languages/added-file.ts';
import { InstalledLanguages } from './languages/installed-languages.ts';
import { readCatalog } from './languages/read-catalog.ts';
import { createLog, logLanguage, logRuns, logSelfTest } from './log.ts';
import { RunMeasurer } from './metrics/measure-runs.ts';
import { MeasuredBackend } from './metrics/measured-backend.ts';
import { Metrics } from './metrics/metrics.ts';
import { OriginRule } from './origin.ts';
import { CompileCache } from './runs/compile-cache.ts';
import { operatorRanges } from './runs/limits.ts';
import { LiveRuns } from './runs/live-runs.ts';
import { OfferedLanguages } from './runs/offered-languages.ts';
import { RunQueue } from './runs/queue.ts';
import { RunQuota } from './runs/quota.ts';
import { ResultCache } from './runs/result-cache.ts';
import { RunRates } from './runs/run-rates.ts';
import { Runner } from './runs/runner.ts';
import { mostWarm, WarmLanguages } from './runs/warm-languages.ts';
import { DockerBackend } from './sandbox/docker-backend.ts';
import { findEngine } from './sandbox/docker-engine.ts';
import { DockerImages } from './sandbox/docker-images.ts';
import { readInstanceId } from './sandbox/instance-id.ts';
import { WarmPool } from './sandbox/pool.ts';
import { reuseFor } from './sandbox/reuse-setting.ts';
import { expelStrangers, openSockets } from './sockets/sockets.ts';
import { probes } from './verify/probes.ts';
import { SelfTest } from './verify/self-test.ts';
import { VerifiedImages } from './verify/verified-images.ts';

/** How soon it is seen that a key was revoked, or a language added. */
const fileCheckMs = 1_000;
/** Runs that were told to end get this long to tell their clients. */
const farewellMs = 2_000;

const folder = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const config = readConfig(process.env);
const log = createLog(config.LOG_LEVEL);
const { version } = JSON.parse(readFileSync(folder('package.json'), 'utf8'));
const report = (what: string) => (error: unknown) => log.error({ err: error }, what);

const engine = await findEngine(config);
const instance = await readInstanceId(config.DATA_DIR);
const metrics: Metrics = new Metrics({ pool: () => warm.status(), queue: () => queue.status() });
const backend = new DockerBackend({
  engine,
  instance,
  runtime: config.SANDBOX_RUNTIME,
  holders: config.NETWORK_HOLDERS,
  onFault: (error) => {
    metrics.sandboxRemoveFailures.inc();
    report('a container could not be removed; it will be tried again')(error);
  },
  onLeaks: (count) => {
    metrics.sandboxLeaks.inc(count);
    log.warn({ count }, 'containers that nobody answered for were removed');
  },
});

const catalog = await readCatalog(folder('languages'), config.LANGUAGES);
const offered = new OfferedLanguages(catalog, config);
const pool = new WarmPool({
  backend: new MeasuredBackend(backend, metrics),
  onFault: (fault) => log.warn(fault, 'a warm sandbox could not be kept'),
  most: mostWarm(config),
});
const reuse = reuseFor(config, {
  pool,
  onReused: () => metrics.sandboxReuses.inc(),
  onRetired: (why, error) => {
    metrics.sandboxRetirements.inc({ why });
    if (error !== undefined) log.warn({ err: error, why }, 'a sandbox does not serve again');
  },
});
const sandboxes = reuse ?? pool;
const warm = new WarmLanguages({ catalog, offered, pool, maxWarm: config.POOL_MAX_WARM });

const keys = new ApiKeys(
  keyFilePath(config.DATA_DIR),
  report('the keys cannot be read; those of before stay'),
);
const proxies = new TrustedProxies(config.TRUSTED_PROXIES);
const doorkeeper = new Doorkeeper({ keys, proxies, secret: await createSecret(config) });
const rates = new RunRates({
  runsPerMinute: config.RATE_LIMIT_RUNS_PER_MINUTE,
  burst: config.RATE_LIMIT_BURST,
  ownRunsPerMinute: (client) => keys.runsPerMinuteOf(client),
});
const quota = new RunQuota({ rates, maxRunsPerClient: config.MAX_RUNS_PER_CLIENT });
const { MAX_CONCURRENT_RUNS: width, MAX_QUEUED_RUNS: capacity, MAX_RUNS_ASIDE: asideMax } = config;
const queue = new RunQueue({ width, capacity, asideMax }, quota);
const observers = [logRuns(log), new RunMeasurer(metrics)];
const runner = new Runner({
  languages: offered,
  queue,
  pool: sandboxes,
  observers,
  compiled: new CompileCache(config.COMPILE_CACHE_BYTES),
  results: new ResultCache(config.RESULT_CACHE_BYTES),
});

const selfTest = new SelfTest({
  probes: probes.filter(({ atBoot }) => atBoot),
  pool: sandboxes,
  settings: config,
  isOverridden: config.ALLOW_UNVERIFIED_SANDBOX,
  onDone: logSelfTest(log),
});
const health = new HealthSource({
  version,
  engine: () => backend.check(),
  languages: () => catalog.all(),
  pool: () => warm.status(),
  selfTest: () => selfTest.status(),
  queue: () => queue.status(),
});
const origins = new OriginRule(config);
const answers = new OpenAnswers();
const failed = report('a socket failed on our side');
const { RESUME_MS: resumeMs, RECORDING_MS: recordingMs } = config;
const runs = new LiveRuns({ runner, resumeMs, recordingMs, failed });
const http = buildHttp({
  runner,
  runs,
  answers,
  languages: offered,
  health,
  origins,
  doorkeeper,
  rates,
  metrics,
  maxConnections: config.MAX_CONNECTIONS,
  log,
  version,
  limits: operatorRanges(config),
});
const connections = new Connections(http.server, doorkeeper, config);
const sockets = openSockets(http.server, {
  runs,
  origins,
  doorkeeper,
  maxSocketsPerClient: config.MAX_SOCKETS_PER_CLIENT,
  failed,
});
keys.changes.on('change', () => {
  answers.expelStrangers(doorkeeper);
  expelStrangers(sockets, doorkeeper);
});
setInterval(() => keys.refresh(), fileCheckMs).unref();
await http.listen({ host: config.HOST, port: config.PORT });
// Only who holds the port may sweep: a second server by mistake must not remove the first one's sandboxes.
await backend
  .sweep()
  .then(
    (swept) => log.info({ swept }, 'swept what a server before this one left'),
    report('the engine could not be swept'),
  );

const images = new DockerImages(engine, {
  instance,
  dataDir: config.DATA_DIR,
  agentFolder: folder('agent'),
  proxies: proxiesOf(config),
});
const installed = new InstalledLanguages({
  catalog,
  builder: new VerifiedImages(images, selfTest),
  addedFile: addedFilePath(config.DATA_DIR),
  isNamed: config.LANGUAGES.length > 0,
  onChange: (language) => {
    logLanguage(log, language);
    warm.keep();
  },
  onFault: report('the languages that were added cannot be read; those of before stay'),
});
setInterval(() => installed.refresh(), fileCheckMs).unref();

closeWhenAsked(close, report('closing failed'));

/** In the reverse order of opening: no newcomers, then the runs, the doors, the builds, the sandboxes. */
async function close(): Promise<void> {
  log.info('closing');
  health.stop();
  queue.close();
  await runner.idle(config.DRAIN_MS);
  runner.interruptAll();
  await runner.idle(farewellMs);
  await runs.told(farewellMs);
  using _silent = connections.endAfter(farewellMs);
  await sockets.close();
  await http.close();
  await installed[Symbol.asyncDispose]();
  await reuse?.close();
  await pool.close();
  await backend.close();
  log.info('closed');
}
