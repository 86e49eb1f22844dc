import type { ExecuteRequest } from '#protocol/execute.ts';
import { ProblemAnswer, Refused } from '#protocol/problem.ts';
import { RunEvent } from '#protocol/run-event.ts';
import { readLines } from '../_server/read-lines.ts';
import { type ExecutionServer, rateHeadersOf } from './execution.ts';

/** A run that says nothing for so long is given up: no test may take so long, and who waits in line is told so. */
const silenceMs = 120_000;

export interface FollowedRun {
  readonly events: AsyncGenerator<RunEvent>;
  /** What this client may still ask for. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Has a program run and hands on its events as they come. When `gone` is aborted, so is the run. Throws `Refused` for
 * what the execution server refuses, and anything else where it cannot be had.
 */
export async function followRun(
  request: ExecuteRequest,
  { url, credentials = {}, timeoutMs = silenceMs }: ExecutionServer,
  gone: AbortSignal,
): Promise<FollowedRun> {
  const patience = new Patience(timeoutMs);
  const answer = await fetch(`${url}/execute`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/x-ndjson', ...credentials },
    body: JSON.stringify(request),
    redirect: 'error',
    signal: AbortSignal.any([gone, patience.signal]),
  });
  if (answer.ok && answer.body !== null)
    return { events: eventsOf(answer.body, patience), headers: rateHeadersOf(answer) };
  using _over = patience;
  throw new Refused(ProblemAnswer.parse(await answer.json()).error);
}

async function* eventsOf(body: ReadableStream<Uint8Array>, patience: Patience): AsyncGenerator<RunEvent> {
  using _over = patience;
  for await (const line of readLines(body, () => patience.renew())) yield RunEvent.parse(JSON.parse(line));
}

/** A deadline that is put off again and again. */
class Patience implements Disposable {
  private readonly controller = new AbortController();
  readonly signal = this.controller.signal;
  private timer = this.begin();

  constructor(private readonly ms: number) {
    this.renew();
  }

  renew(): void {
    clearTimeout(this.timer);
    this.timer = this.begin();
  }

  [Symbol.dispose](): void {
    clearTimeout(this.timer);
  }

  private begin(): NodeJS.Timeout {
    return setTimeout(() => this.controller.abort(), this.ms);
  }
}
