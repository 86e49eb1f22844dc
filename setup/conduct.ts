import { CannotGoOn } from './step.ts';

const orphanCheckMs = 500;

/**
 * Carries a command from its first line to its exit code. `stop` is aborted by the first SIGINT, SIGTERM or SIGHUP; a
 * server that was asked to end and did is no failure. Ctrl-C arrives from the terminal and again from npm: the
 * second one changes nothing.
 */
export async function conduct(
  work: (stop: AbortSignal) => Promise<number>,
  { exitCodeWhenStopped } = { exitCodeWhenStopped: 0 },
): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
  whenOrphaned(() => stop.abort());
  try {
    process.exitCode = await work(stop.signal);
  } catch (error) {
    process.exitCode = stop.signal.aborted ? exitCodeWhenStopped : 1;
    if (!stop.signal.aborted) console.error(`✗ ${sentenceOf(error)}`);
  }
  // What a killed step left behind (a socket, a timer) must not keep the terminal waiting.
  process.exit();
}

export function sentenceOf(error: unknown): string {
  if (error instanceof CannotGoOn) return error.message;
  return error instanceof Error ? error.message : String(error);
}

/** A killed npm cannot pass its signal on. Without npm, being left alone may be what was wanted: `… & disown`. */
function whenOrphaned(tell: () => void): void {
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event'] === undefined) return;
  setInterval(() => process.ppid !== parent && tell(), orphanCheckMs).unref();
}
