import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { LastLines, linesOf } from './output-lines.ts';

export interface HostCommandWatch {
  readonly signal: AbortSignal;
  /** Told each line of the command's stderr. */
  said?(line: string): void;
}

/** A program of the host under way; `ended` throws, with the last lines it said, unless it ended well. */
export interface HostCommand {
  readonly stdout: Readable;
  readonly ended: Promise<void>;
}

export async function runHostCommand(argv: readonly string[], watch: HostCommandWatch): Promise<void> {
  const { stdout, ended } = startHostCommand(argv, watch);
  stdout.resume();
  await ended;
}

/** Its stdout must be read, or it waits for ever. Aborting the signal ends it. */
export function startHostCommand(argv: readonly string[], watch: HostCommandWatch): HostCommand {
  const [command = '', ...args] = argv;
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], signal: watch.signal });
  return { stdout: child.stdout, ended: endOf(child, watch) };
}

async function endOf(
  child: ChildProcessByStdio<null, Readable, Readable>,
  watch: HostCommandWatch,
): Promise<void> {
  const lines = new LastLines();
  const closed = once(child, 'close');
  // Both are awaited together: a command that cannot be started fails `closed` while its stderr never ends.
  const [[code]] = await Promise.all([closed, listen(child.stderr, lines, watch)]);
  if (code !== 0) throw new Error(`${child.spawnfile} failed.\n${lines}`);
}

async function listen(stderr: Readable, lines: LastLines, watch: HostCommandWatch): Promise<void> {
  for await (const line of linesOf(stderr)) {
    lines.add(line);
    if (lines.last !== '') watch.said?.(lines.last);
  }
}
