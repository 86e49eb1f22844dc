import type { ExecuteRequest } from '#protocol/execute.ts';
import type { FormatRequest } from '#protocol/format.ts';
import { ServerHealth } from '#protocol/health.ts';
import { emptyAnswer, everyAnswer, faultAnswer } from './answer.ts';

/** How long a client of the execution server waits for a run before it gives up. */
const patienceMs = 30_000;
/** Nobody reads this answer any more. */
export const clientGone = 499;

export interface ExecutionServer {
  readonly url: string;
  readonly timeoutMs?: number;
  /** Headers that say who asks, and for whom. */
  readonly credentials?: Readonly<Record<string, string>>;
}

/**
 * Has a program run and passes on what the execution server says. When `gone` is aborted, so is the run.
 */
export function execute(
  request: ExecuteRequest,
  server: ExecutionServer,
  gone: AbortSignal,
): Promise<Response> {
  return post({ path: '/execute', body: request }, server, gone);
}

/** Has code laid out by its language's formatter; like a run in all else. */
export function format(
  request: FormatRequest,
  server: ExecutionServer,
  gone: AbortSignal,
): Promise<Response> {
  return post({ path: '/format', body: request }, server, gone);
}

interface Wish {
  readonly path: string;
  readonly body: unknown;
}

async function post(
  { path, body }: Wish,
  { url, timeoutMs = patienceMs, credentials = {} }: ExecutionServer,
  gone: AbortSignal,
): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...credentials },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.any([timeout, gone]),
    });
    return await passOn(answer);
  } catch (error) {
    if (gone.aborted) return emptyAnswer(clientGone);
    return timeout.aborted
      ? faultAnswer(error, 504, `The execution server did not answer within ${timeoutMs / 1000} s.`)
      : faultAnswer(error, 502, 'The execution server is not reachable.');
  }
}

/** What the execution server says of itself in one word, or undefined when it says nothing. */
export async function executionStatus({
  url,
  timeoutMs = 2_000,
}: ExecutionServer): Promise<string | undefined> {
  try {
    const answer = await fetch(`${url}/health`, {
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
    const { status } = ServerHealth.pick({ status: true }).parse(await answer.json());
    return status;
  } catch {
    return undefined;
  }
}

async function passOn(answer: Response): Promise<Response> {
  const type = answer.headers.get('content-type') ?? '';
  if (!type.startsWith('application/json')) throw new Error(`the execution server answered with "${type}"`);
  const headers = { 'Content-Type': type, ...everyAnswer, ...rateHeadersOf(answer) };
  return new Response(await answer.text(), { status: answer.status, headers });
}

/** What the execution server says of how much this client may still ask for. */
export function rateHeadersOf({ headers }: Response): Record<string, string> {
  const names = ['Retry-After', 'RateLimit', 'RateLimit-Policy'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
