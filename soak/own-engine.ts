import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '#server/config.ts';
import { checkEngine, type Engine, findEngine } from '#server/sandbox/docker-engine.ts';
import type { MortalEngine } from './chaos.ts';

const patienceMs = 60_000;
const programs = ['/usr/bin/dockerd', '/usr/sbin/dockerd', '/usr/local/bin/dockerd'];

const containerdPid = 'exec/containerd/containerd.pid';

/**
 * A second Docker engine with folders, a socket, a containerd, mounts and a network of its own: it may be killed, and
 * nobody else notices.
 */
export class OwnEngine implements MortalEngine, AsyncDisposable {
  private constructor(
    private readonly program: string,
    private readonly folder: string,
    private daemon: ChildProcess,
  ) {}

  /** Undefined where an engine cannot be started: only root on Linux can. */
  static async start(): Promise<OwnEngine | undefined> {
    const program = programs.find((path) => existsSync(path));
    if (process.getuid?.() !== 0 || program === undefined) return undefined;
    const folder = mkdtempSync(join(tmpdir(), 'bugdrill-engine-'));
    const own = new OwnEngine(program, folder, launch(program, folder));
    if (await own.answers()) return own;
    await own[Symbol.asyncDispose]();
    return undefined;
  }

  get environment(): { DOCKER_HOST: string } {
    return { DOCKER_HOST: `unix://${this.folder}/docker.sock` };
  }

  client(): Promise<Engine> {
    return findEngine(readConfig(this.environment));
  }

  /** Gives it what another engine has. */
  async copyImages(from: Engine, names: readonly string[]): Promise<void> {
    const to = await this.client();
    for (const name of names) {
      const progress = await to.loadImage(await from.getImage(name).get());
      for await (const _ of progress);
    }
  }

  async killAndRestart(): Promise<void> {
    await this.end('SIGKILL');
    endContainerd(this.folder);
    // Pid files that speak of the dead keep the next engine waiting for them.
    for (const name of ['docker.pid', containerdPid]) rmSync(join(this.folder, name), { force: true });
    this.daemon = launch(this.program, this.folder);
    if (!(await this.answers())) throw new Error(`The engine did not come back: ${this.folder}/log`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end('SIGTERM');
    for (const pid of processesOf(this.folder)) endIfThere(pid);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { daemon } = this;
    if (daemon.exitCode !== null || daemon.signalCode !== null) return;
    daemon.kill(signal);
    await once(daemon, 'exit');
  }

  private async answers(): Promise<boolean> {
    const deadline = performance.now() + patienceMs;
    const client = await this.client();
    while (!(await checkEngine(client)).reachable) {
      if (performance.now() > deadline || this.daemon.exitCode !== null) return false;
      await pause(100);
    }
    return true;
  }
}

function launch(program: string, folder: string): ChildProcess {
  const log = openSync(join(folder, 'log'), 'a');
  const own = (name: string) => join(folder, name);
  const flags = ['--data-root', own('data'), '--exec-root', own('exec'), '--pidfile', own('docker.pid')];
  const socket = ['--host', `unix://${own('docker.sock')}`];
  const network = ['--bridge', 'none', '--iptables=false', '--ip6tables=false'];
  // Where a containerd of the system's is found, it is shared: then at least not its names.
  const names = [
    '--containerd-namespace',
    'bugdrill-soak',
    '--containerd-plugins-namespace',
    'bugdrill-soak-plugins',
  ];
  // Without a network namespace of its own, an engine without a bridge takes docker0 away from the one that has it.
  const apart = ['--net', '--mount', '--', program];
  const daemon = spawn('unshare', [...apart, ...flags, ...socket, ...network, ...names], {
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` },
  });
  closeSync(log);
  return daemon;
}

/** A killed engine may leave its containerd behind; the watchers of its containers live on, as they do in earnest. */
function endContainerd(folder: string): void {
  const noted = Number(readIfThere(join(folder, containerdPid)));
  for (const pid of processesOf(folder)) if (pid === noted) endIfThere(pid);
}

/** Everything that was started with a path below the folder. */
function processesOf(folder: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => readIfThere(`/proc/${pid}/cmdline`).includes(`${folder}/`)).map(Number);
}

function endIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
