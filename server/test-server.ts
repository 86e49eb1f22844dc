import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContainerInfo } from 'dockerode';
import { ServerHealth } from '#protocol/health.ts';
import { readConfig } from './config.ts';
import { findEngine } from './sandbox/docker-engine.ts';
import { labels } from './sandbox/docker-labels.ts';

const patienceMs = 100_000;

/** A test that is killed, or that ran out of its time, takes its servers with it. */
const leash = new URL('../setup/leash.mjs', import.meta.url).href;

/** A test is one client that asks for more than any other may. */
const ungoverned = {
  RATE_LIMIT_RUNS_PER_MINUTE: '0',
  MAX_RUNS_PER_CLIENT: '100000',
  MAX_CONNECTIONS_PER_CLIENT: '100000',
};

/** The real execution server as a process of its own, on a port and a data folder of its own. For tests. */
export class TestServer {
  readonly url: string;
  output = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly dataDir: string,
    private readonly env: Readonly<Record<string, string | undefined>>,
  ) {
    this.url = `http://127.0.0.1:${env['PORT']}`;
    child.stdout?.on('data', (data) => this.hear(data));
    child.stderr?.on('data', (data) => this.hear(data));
  }

  /** Started, and answering its health; not yet ready to run anything. `dataDir` is another one's, to come after it. */
  static async start(env: Record<string, string> = {}, dataDir = newDataDir()): Promise<TestServer> {
    const port = await freePort();
    const own = { PORT: `${port}`, DATA_DIR: dataDir, LEASH_HOLDER: `${process.pid}` };
    const environment = { ...process.env, ...ungoverned, ...env, ...own };
    const child = spawn(
      process.execPath,
      ['--max-semi-space-size=1', '--import', leash, '--import', 'tsx', 'server/main.ts'],
      { env: environment, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
    );
    const server = new TestServer(child, dataDir, environment);
    await server.until(async () => (await fetch(`${server.url}/health`)).status > 0);
    return server;
  }

  /** A server that can run all that it offers, with the pool filled. */
  static async startReady(env: Record<string, string> = {}, dataDir = newDataDir()): Promise<TestServer> {
    const server = await TestServer.start(env, dataDir);
    await server.until(async () => {
      const { status, languages, pool } = await server.health();
      if (languages.failed.length > 0)
        throw new Error(`languages failed: ${languages.failed}\n${server.output}`);
      return status === 'ok' && languages.building.length === 0 && isFull(pool);
    });
    return server;
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('The server was not started.');
    return this.child.pid;
  }

  async health(): Promise<ServerHealth> {
    return ServerHealth.parse(await (await fetch(`${this.url}/health`)).json());
  }

  async execute(body: object, init: RequestInit = {}): Promise<Response> {
    const headers = { 'Content-Type': 'application/json', ...init.headers };
    return fetch(`${this.url}/execute`, { method: 'POST', body: JSON.stringify(body), ...init, headers });
  }

  /** `npm run keys`, as an operator types it; answers the first line of what it prints. */
  runKeys(...args: string[]): string {
    const env = { ...process.env, DATA_DIR: this.dataDir };
    const said = execFileSync('npm', ['run', '--silent', 'keys', '--', ...args], {
      env,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return said.split('\n')[0] ?? '';
  }

  /** Containers in the engine that carry this server's label, in whatever state. */
  async containers(): Promise<string[]> {
    return (await this.list()).map(({ Id }) => Id);
  }

  /** Those of them in which a program is, was or will be run. */
  async sandboxes(): Promise<string[]> {
    const list = await this.list();
    return list.filter(({ Labels }) => !(labels.holder in Labels)).map(({ Id }) => Id);
  }

  private async list(): Promise<ContainerInfo[]> {
    const engine = await findEngine(readConfig(this.env));
    const instance = readFileSync(join(this.dataDir, 'instance-id'), 'utf8').trim();
    const filters = { label: [`${labels.instance}=${instance}`] };
    return engine.listContainers({ all: true, filters });
  }

  /** Sends the signal and waits for the end; answers the exit code, null when the signal itself ended it. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    this.child.kill(signal);
    const [code] = await once(this.child, 'exit');
    return code;
  }

  /** Ends it and leaves nothing on the disk. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.end();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private hear(data: Buffer): void {
    this.output = (this.output + data).slice(-20_000);
  }

  /** A server that does not come that far ends with the test that waits for it. */
  private async until(isSo: () => Promise<boolean>): Promise<void> {
    try {
      await this.waitFor(isSo);
    } catch (error) {
      await this[Symbol.asyncDispose]();
      throw error;
    }
  }

  private async waitFor(isSo: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + patienceMs;
    while (!(await isSo().catch(refusedConnection))) {
      if (Date.now() > deadline || this.child.exitCode !== null)
        throw new Error(`no server:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

export function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'bugdrill-test-'));
}

/** Nobody listens yet: that is what is waited for. Anything else is a fault. */
function refusedConnection(error: unknown): false {
  if (error instanceof TypeError && error.message === 'fetch failed') return false;
  throw error;
}

/** Whether every warm sandbox that is wanted is there. */
export function isFull(pool: ServerHealth['pool']): boolean {
  return Object.values(pool).every(({ warm, target }) => warm >= target);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
