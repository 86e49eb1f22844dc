import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface Pattern {
  readonly pattern: string;
  readonly flags: string;
}

export interface MatcherLimits {
  /** What one match may take. */
  readonly matchMs: number;
  /** What all matches of one run may take together. */
  readonly totalMs: number;
}

const usual: MatcherLimits = { matchMs: 2_000, totalMs: 10_000 };

/**
 * Holds texts against regular expressions of strangers, in a thread of its own that is ended when it takes too long: such
 * an expression can run for longer than the universe. One for each run, so that nobody waits for another's.
 */
export class PatternMatcher implements AsyncDisposable {
  private worker: Worker | undefined;
  private spentMs = 0;

  constructor(private readonly limits = usual) {}

  /** Undefined when no answer was found within the limits, or none can be. */
  async matches({ pattern, flags }: Pattern, text: string): Promise<boolean | undefined> {
    const leftMs = Math.min(this.limits.matchMs, this.limits.totalMs - this.spentMs);
    if (leftMs <= 0) return undefined;
    this.worker ??= await startWorker();
    const startedAt = performance.now();
    const answer = await ask(this.worker, { pattern, flags, text }, AbortSignal.timeout(Math.ceil(leftMs)));
    this.spentMs += performance.now() - startedAt;
    if (answer === undefined) await this[Symbol.asyncDispose]();
    return answer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }
}

async function ask(
  worker: Worker,
  question: Pattern & { text: string },
  signal: AbortSignal,
): Promise<boolean | undefined> {
  worker.postMessage(question);
  try {
    // An error of the worker's, as when the expression is too large to be compiled, ends the wait as well.
    const [answer] = await once(worker, 'message', { signal });
    return answer;
  } catch {
    return undefined;
  }
}

async function startWorker(): Promise<Worker> {
  const worker = new Worker(new URL('./pattern-worker.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 128 },
    // It needs nothing of ours, neither loaders nor the environment.
    execArgv: [],
    env: {},
  });
  // It may still fail when nobody waits for its answer any more.
  worker.on('error', () => undefined);
  // How long a thread takes to start is not the expression's doing.
  await once(worker, 'online');
  return worker;
}
