import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

export interface CommandOptions {
  readonly signal: AbortSignal;
  readonly env?: Readonly<Record<string, string>>;
  /** Shows what the command prints, beside keeping its end. */
  readonly show?: boolean;
}

export interface CommandEnd {
  readonly exitCode: number | null;
  /** The last of what it printed, both streams together. */
  readonly output: string;
}

const keptCharacters = 64 * 1024;

/** Runs a command to its end. Its failing is a value; throws when it cannot be started or was stopped. */
export function runCommand(argv: readonly string[], options: CommandOptions): Promise<CommandEnd> {
  const [file = '', ...args] = argv;
  const child = spawn(file, args, {
    signal: options.signal,
    // What a test runner has started it ends when it is interrupted, and not when it is terminated.
    killSignal: 'SIGINT',
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listen = (stream: Readable, shown: Writable) => {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-keptCharacters);
      if (options.show) shown.write(text);
    });
  };
  listen(child.stdout, process.stdout);
  listen(child.stderr, process.stderr);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, output }));
  });
}

/** Runs a command that must succeed, and answers what it printed. */
export async function mustRun(argv: readonly string[], options: CommandOptions): Promise<string> {
  const { exitCode, output } = await runCommand(argv, options);
  if (exitCode !== 0) throw new Error(`${argv.join(' ')} failed: ${lastLines(output, 6)}`);
  return output;
}

export function lastLines(text: string, count: number): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(-count).join('\n');
}
