import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { greeting, type Program } from './programs.ts';

export interface ShellPlace {
  /** What the shell is started by: nothing on this machine itself, or a `docker run …` with an image. */
  readonly through: readonly string[];
  /** Folders that come before those of PATH. */
  readonly path?: readonly string[];
}

/** What was printed since the last line end, and when the program began and ended. */
const lastLine = /^(.*)took (\S+) (\S+)$/;

/**
 * A bash that runs one program again and again, as a bare process, and takes the time itself: neither a `docker exec`
 * nor our own way of spawning is in it.
 */
export class TimingShell implements AsyncDisposable {
  private readonly lines: AsyncIterator<string>;

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    stdout: NodeJS.ReadableStream,
  ) {
    this.lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  }

  /** Throws when the program does not run there. */
  static async open(program: Program, { through, path = [] }: ShellPlace): Promise<TimingShell> {
    const folder = mkdtempSync(join(tmpdir(), 'bugdrill-bench-'));
    // Its standard input is a socket, which a bash without a shell around it takes for a login from afar: it would read
    // ~/.bashrc, which may set another PATH.
    const [command = '', ...args] = [...through, 'bash', '--norc', '-c', scriptOf(program)];
    const env = { ...process.env, PATH: [...path, process.env['PATH']].join(':') };
    const child = spawn(command, args, { cwd: folder, env, stdio: ['pipe', 'pipe', 'ignore'] });
    child.on('error', () => undefined);
    child.stdin.on('error', () => undefined);
    const shell = new TimingShell(child, folder, child.stdout);
    try {
      await shell.run();
      return shell;
    } catch (error) {
      await shell[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** How long the program took, in milliseconds. Throws when it did not print its hello. */
  async run(): Promise<number> {
    this.child.stdin?.write('\n');
    let said = '';
    for (;;) {
      const { value, done } = await this.lines.next();
      if (done) throw new Error('The shell of the bare process ended.');
      const took = lastLine.exec(value);
      said += took === null ? `${value}\n` : took[1];
      if (took === null) continue;
      if (said !== greeting) throw new Error(`the bare process printed ${JSON.stringify(said)}`);
      return (microseconds(took[3]) - microseconds(took[2])) / 1000;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { child } = this;
    child.stdin?.end();
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      await once(child, 'exit');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function scriptOf({ source, code, preparation = ':', command }: Program): string {
  const bytes = Buffer.from(code).toString('base64');
  const timed = `from=$EPOCHREALTIME; { ${command}; } </dev/null; echo "took $from $EPOCHREALTIME"`;
  return `printf %s '${bytes}' | base64 -d >${source}; ${preparation}; while read -r _; do ${timed}; done`;
}

/** Of bash's `EPOCHREALTIME`, whose decimal sign is the locale's. */
function microseconds(time = ''): number {
  return Number(time.replace(/\D/, ''));
}
