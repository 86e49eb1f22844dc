import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { lastLines } from './command.ts';

export interface ServerCommand {
  /** For people: `execution server`. */
  readonly name: string;
  /** What Node is to run, with its arguments. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Where its output goes; without one it goes to this terminal. */
  readonly logFile?: string;
}

const leash = ['--import', new URL('leash.mjs', import.meta.url).href];

/**
 * The servers of one `npm start`. They live and end together: when one dies, `firstDeath` says so, and disposing this
 * asks the others to end and waits for them. Each is the leader of a process group of its own, so that Ctrl-C reaches
 * them only through here, once.
 */
export class Servers implements AsyncDisposable {
  /** Resolves with a sentence when the first server has ended. */
  readonly firstDeath: Promise<string>;
  private tellDeath: (sentence: string) => void = () => undefined;
  private readonly running = new Map<ChildProcess, Promise<void>>();

  constructor(private readonly graceMs: number) {
    this.firstDeath = new Promise((resolve) => {
      this.tellDeath = resolve;
    });
  }

  start(command: ServerCommand): void {
    const log = command.logFile === undefined ? undefined : openLog(command.logFile);
    const child = spawn(process.execPath, [...leash, ...command.argv], {
      env: { ...process.env, ...command.env, LEASH_HOLDER: String(process.pid) },
      stdio: ['ignore', log ?? 'inherit', log ?? 'inherit', 'ipc'],
      detached: true,
    });
    if (log !== undefined) closeSync(log);
    this.running.set(child, this.follow(child, command));
  }

  /**
   * Does what opens the doors and then serves, until asked to `stop` (0) or until a server died (1). Throws when the
   * doors could not be opened. Whatever ends it, `open` is told to end too.
   */
  async serve(stop: AbortSignal, open: (end: AbortSignal) => Promise<void>): Promise<number> {
    const own = new AbortController();
    const asked = once(stop);
    const opened = open(AbortSignal.any([stop, own.signal])).then(() => asked);
    try {
      const death = await Promise.race([asked, opened, this.firstDeath]);
      if (death !== undefined) console.error(`✗ ${death}`);
      return death === undefined ? 0 : 1;
    } finally {
      own.abort();
      // It was told to end, and says so by failing.
      opened.catch(() => undefined);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.running].map(([child, end]) => this.endOne(child, end)));
  }

  private async follow(child: ChildProcess, command: ServerCommand): Promise<void> {
    const how = await new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(`could not be started: ${error.message}`));
      child.once('exit', (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with ${code}`));
    });
    this.running.delete(child);
    this.tellDeath(`The ${command.name} ${how}.${lastWords(command)}`);
  }

  private async endOne(child: ChildProcess, end: Promise<void>): Promise<void> {
    child.kill('SIGTERM');
    const patience = setTimeout(() => killGroup(child), this.graceMs);
    await end;
    clearTimeout(patience);
    killGroup(child);
  }
}

function once(stop: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve(undefined);
    stop.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  return openSync(path, 'w');
}

function lastWords({ logFile }: ServerCommand): string {
  return logFile === undefined
    ? ''
    : ` Its last lines, from ${logFile}:\n${lastLines(readFileSync(logFile, 'utf8'), 5)}`;
}

/** Ends what the server itself started, with it. A group that is gone already is what was wanted. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
