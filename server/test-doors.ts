import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { TrustedProxies } from '#trust/addresses.ts';
import { Doorkeeper } from './clients/doorkeeper.ts';
import { keyFilePath } from './clients/key-file.ts';
import { ApiKeys } from './clients/keys.ts';
import { changeKeys } from './clients/keys-command.ts';
import { readConfig } from './config.ts';
import { buildHttp } from './http/app.ts';
import { Connections } from './http/connections.ts';
import { HealthSource } from './http/health.ts';
import { OpenAnswers, type OpenAnswersTerms } from './http/open-answers.ts';
import type { ClientPatience } from './http/slow-clients.ts';
import { createLog, logRuns } from './log.ts';
import { RunMeasurer } from './metrics/measure-runs.ts';
import { MeasuredBackend } from './metrics/measured-backend.ts';
import { Metrics } from './metrics/metrics.ts';
import { OriginRule } from './origin.ts';
import { operatorRanges, runRanges } from './runs/limits.ts';
import { LiveRuns } from './runs/live-runs.ts';
import { RunQueue } from './runs/queue.ts';
import { RunQuota } from './runs/quota.ts';
import type { RunObserver } from './runs/run.ts';
import { RunRates } from './runs/run-rates.ts';
import { Runner } from './runs/runner.ts';
import { ScriptedBackend } from './sandbox/scripted-backend.ts';
import { print, type Script } from './sandbox/scripted-step.ts';
import { expelStrangers, openSockets, type SocketServer } from './sockets/sockets.ts';

export const testSecret = 'the-secret-of-both-servers-0123456789';

/** Doors that let everybody in, as often as they like. */
export const openDoors = {
  doorkeeper: doorkeeperOf('/nowhere/keys.json', []),
  rates: new RunRates({ runsPerMinute: 0, burst: 1 }),
  metrics: { contentType: 'text/plain', read: async () => '' },
  maxConnections: 1000,
  maxSocketsPerClient: 1000,
};

export interface TestDoorsSettings {
  readonly runsPerMinute?: number;
  readonly burst?: number;
  readonly maxRunsPerClient?: number;
  readonly maxSocketsPerClient?: number;
  readonly maxConnections?: number;
  readonly maxConnectionsPerClient?: number;
  readonly connectMs?: number;
  readonly trustedProxies?: readonly string[];
  /** 0 by default: a run does not outlive the connection that watches it. */
  readonly resumeMs?: number;
  readonly patience?: ClientPatience;
  readonly answers?: OpenAnswersTerms;
}

const toy = { id: 'toy', version: '1', image: 'i', source: 'main.toy', extensions: ['.toy'], env: {} };

/** `hold` prints once and waits for ever; `flood` prints 15 MiB; everything else is printed. */
const script: Script = async function* ({ files, over }) {
  const source = Buffer.from(files.get('main.toy')?.content ?? []).toString();
  yield print(source);
  for (let left = source === 'flood' ? 240 : 0; left > 0; left -= 1) yield print('x'.repeat(64 * 1024));
  if (source === 'hold') await new Promise((resolve) => over.addEventListener('abort', resolve));
};

/** Both doors of a whole server, listening, with scripts for sandboxes. For tests. */
export class TestDoors {
  readonly backend = new ScriptedBackend(script);
  readonly queue: RunQueue;
  readonly metrics: Metrics;
  readonly health: HealthSource;
  readonly logged: string[] = [];
  readonly failures: unknown[] = [];
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'doors-'));
  private readonly keys = new ApiKeys(keyFilePath(this.dataDir), (error) => this.failures.push(error));
  private readonly http: FastifyInstance;
  private readonly sockets: SocketServer;
  private readonly log = createLog('trace', { write: (line) => void this.logged.push(line) });

  private constructor(settings: TestDoorsSettings) {
    const config = readConfig({});
    const doorkeeper = doorkeeperOf(this.keys, settings.trustedProxies ?? []);
    const rates = new RunRates({
      runsPerMinute: settings.runsPerMinute ?? 0,
      burst: settings.burst ?? 1000,
      ownRunsPerMinute: (client) => this.keys.runsPerMinuteOf(client),
    });
    const quota = new RunQuota({ rates, maxRunsPerClient: settings.maxRunsPerClient ?? 1000 });
    this.queue = new RunQueue({ width: 4, capacity: 100 }, quota);
    this.metrics = new Metrics({
      pool: () => ({ toy: { warm: 1, target: 2 } }),
      queue: () => this.queue.status(),
    });
    const runner = this.runnerOf([logRuns(this.log), new RunMeasurer(this.metrics)]);
    this.health = new HealthSource({
      version: '0',
      engine: () => this.backend.check(),
      languages: () => [{ id: 'toy', state: { status: 'ready' } }],
      pool: () => ({}),
      queue: () => this.queue.status(),
      selfTest: () => ({ status: 'held', probes: 0, failed: [] }),
    });
    const parts = { ...openDoors, ...settings, runner, origins: new OriginRule(config), doorkeeper, rates };
    const answers = new OpenAnswers(settings.answers);
    const failed = (error: unknown) => this.failures.push(error);
    const runs = new LiveRuns({ runner, resumeMs: settings.resumeMs ?? 0, failed });
    this.http = buildHttp({
      ...parts,
      runs,
      answers,
      metrics: this.metrics,
      languages: { answer: () => ({ languages: [] }) },
      health: this.health,
      log: this.log,
      version: '0',
      limits: operatorRanges(config),
    });
    new Connections(this.http.server, doorkeeper, {
      MAX_CONNECTIONS: settings.maxConnections ?? 1000,
      MAX_CONNECTIONS_PER_CLIENT: settings.maxConnectionsPerClient ?? 1000,
    });
    this.sockets = openSockets(this.http.server, { ...parts, runs, failed, connectMs: settings.connectMs });
    this.keys.changes.on('change', () => {
      answers.expelStrangers(doorkeeper);
      expelStrangers(this.sockets, doorkeeper);
    });
  }

  static async open(settings: TestDoorsSettings = {}): Promise<TestDoors> {
    const doors = new TestDoors(settings);
    await doors.http.listen({ host: '127.0.0.1', port: 0 });
    return doors;
  }

  get port(): number {
    return (this.http.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** `npm run keys` on this server's data folder; answers what it printed first: a created key. */
  runKeys(...args: string[]): string {
    return changeKeys(keyFilePath(this.dataDir), args).split('\n')[0] ?? '';
  }

  /** What the server does once a second. */
  lookAtKeys(): void {
    this.keys.refresh();
  }

  execute(code: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.url}/execute`, requestOf(code, headers));
  }

  /** A client that asks and never reads the answer, until it is destroyed. */
  askAndReadNothing(code: string, headers: Record<string, string> = {}): Socket {
    const { method, headers: all, body } = requestOf(code, { Host: `127.0.0.1:${this.port}`, ...headers });
    const lines = Object.entries({ ...all, 'Content-Length': body.length }).map((line) => line.join(': '));
    const socket = connect({ port: this.port, host: '127.0.0.1' });
    socket.on('error', () => undefined).pause();
    socket.write(`${method} /execute HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
    return socket;
  }

  /** How many connections the server has now. */
  connections(): Promise<number> {
    return promisify(this.http.server.getConnections.bind(this.http.server))();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = this.sockets.close();
    // It waits for every connection, and some tests leave theirs open.
    this.http.server.closeAllConnections();
    await closed;
    await this.http.close();
    rmSync(this.dataDir, { recursive: true });
  }

  private runnerOf(observers: readonly RunObserver[]): Runner {
    const backend = new MeasuredBackend(this.backend, this.metrics);
    const ranges = { run: runRanges(readConfig({}), {}) };
    return new Runner({
      languages: { ready: () => ({ ...toy, run: ['toy'], ranges }) },
      queue: this.queue,
      pool: { take: async (spec) => ({ sandbox: await backend.make(spec), warm: false }) },
      observers,
    });
  }
}

function requestOf(code: string, headers: Record<string, string>) {
  const limits = { output_bytes: readConfig({}).RUN_OUTPUT_CAP_BYTES };
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ language: 'toy', code, limits }),
  };
}

function doorkeeperOf(keys: ApiKeys | string, trustedProxies: readonly string[]): Doorkeeper {
  return new Doorkeeper({
    keys: typeof keys === 'string' ? new ApiKeys(keys, () => undefined) : keys,
    proxies: new TrustedProxies(trustedProxies),
    secret: testSecret,
  });
}
