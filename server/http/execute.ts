import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ExecuteAnswer, ExecuteRequest } from '#protocol/execute.ts';
import type { Limits } from '#protocol/limits.ts';
import { type Problem, problemStatus } from '#protocol/problem.ts';
import type { RunEvent } from '#protocol/run-event.ts';
import { RunRequest } from '#protocol/run-request.ts';
import { gather } from '../runs/gather.ts';
import { type LimitExcess, LimitRefused, limitProblem, RunRefused } from '../runs/refused.ts';
import type { AcceptedRun } from '../runs/run.ts';
import type { RunRates } from '../runs/run-rates.ts';
import type { Runner } from '../runs/runner.ts';
import { snakeCase } from '../runs/snake-case.ts';
import { stdinOf } from '../runs/stdin.ts';
import { Stop } from '../runs/stop.ts';
import type { OpenAnswers } from './open-answers.ts';
import { rateHeaders } from './rate-headers.ts';

export interface ExecuteParts {
  readonly runner: Runner;
  readonly rates: RunRates;
  readonly answers: OpenAnswers;
}

/** `POST /execute`: runs to the end and answers with all of it, or streams the events as NDJSON where asked to. */
export async function answerExecute(
  { runner, rates, answers }: ExecuteParts,
  http: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const body = ExecuteRequest.parse(http.body);
  const request = requestOf(body);
  const stop = stopWhenGone(reply);
  const run = accepted(
    () => runner.start(request, { stdin: stdinOf(request.stdin, false), stop, client: http.client }),
    body,
  );
  answers.add(http, reply);
  reply.headers(rateHeaders(rates.standing(http.client)));
  if (wantsStream(http)) return streamEvents(run.events, reply, answers.terms.longestHoldMs);
  const text = bodyOf(await gather(run.events, request.outputEncoding), run, reply);
  const sent = reply.type('application/json; charset=utf-8').send(text);
  answers.weigh(reply, Buffer.byteLength(text));
  await sent;
}

/** A client that leaves before it has its answer ends its run. */
export function stopWhenGone(reply: FastifyReply): Stop {
  const stop = new Stop();
  reply.raw.on('close', () => {
    if (!reply.raw.writableFinished) stop.because('client_gone');
  });
  return stop;
}

/** A program that fails is an answer like any other; that we failed is not, though what had come until then is told. */
function bodyOf(answer: ExecuteAnswer, { runId }: AcceptedRun, reply: FastifyReply): string {
  if (answer.outcome !== 'platform_fault') return JSON.stringify(answer);
  reply.code(problemStatus.platform_fault);
  const error: Problem = { code: 'platform_fault', message: answer.message, requestId: runId };
  return JSON.stringify({ ...answer, error });
}

function wantsStream(http: FastifyRequest): boolean {
  return (http.headers.accept ?? '').includes('application/x-ndjson');
}

/** One event a line, as it happens. A reader that stops reading stops the program's output, and in the end the run. */
async function streamEvents(
  events: AsyncIterable<RunEvent>,
  reply: FastifyReply,
  longestHoldMs: number,
): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8', 'Cache-Control': 'no-store' });
  let seq = 0;
  let heldMs = 0;
  for await (const event of events) {
    seq += 1;
    const hasRoom = raw.write(`${JSON.stringify({ seq, ...event })}\n`);
    if (!hasRoom && !raw.destroyed) heldMs += await drained(raw, longestHoldMs - heldMs);
  }
  raw.end();
}

/** Answers how long it took. A reader that takes longer than `mostMs` loses its connection. */
async function drained(raw: FastifyReply['raw'], mostMs: number): Promise<number> {
  const since = performance.now();
  const patience = setTimeout(() => raw.destroy(), mostMs);
  await new Promise<void>((resolve) => {
    const done = () => {
      raw.off('drain', done);
      raw.off('close', done);
      resolve();
    };
    raw.on('drain', done);
    raw.on('close', done);
  });
  clearTimeout(patience);
  return performance.now() - since;
}

/** A limit's refusal comes back in the names that the caller used. */
function accepted<Run>(start: () => Run, body: ExecuteRequest): Run {
  try {
    return start();
  } catch (error) {
    if (error instanceof LimitRefused) throw new RunRefused(limitInRestWords(error.excess, body));
    throw error;
  }
}

function limitInRestWords({ group, limit, bound, value }: LimitExcess, body: ExecuteRequest): Problem {
  if (group === 'limits' && limit === 'wallMs' && body.timeout_sec !== undefined) {
    return limitProblem('timeout_sec', bound, value / 1000);
  }
  return limitProblem(snakeCase(`${group}.${limit}`), bound, value);
}

/** The same request in the server's own words; `limits.wall_ms` is finer than `timeout_sec`, so both at once is a question. */
function requestOf(body: ExecuteRequest): RunRequest {
  if (body.timeout_sec !== undefined && body.limits?.wall_ms !== undefined) {
    throw new RunRefused({
      code: 'invalid_request',
      message: 'timeout_sec and limits.wall_ms say the same: send one of them.',
      field: 'timeout_sec',
    });
  }
  const wallMs = body.timeout_sec === undefined ? body.limits?.wall_ms : millisecondsOf(body.timeout_sec);
  return RunRequest.parse({
    language: body.language,
    code: body.code,
    files: body.files,
    entry: body.entry,
    stdin: body.stdin,
    args: body.args,
    env: body.env,
    limits: { ...limitsOf(body.limits), ...(wallMs === undefined ? {} : { wallMs }) },
    compileLimits: limitsOf(body.compile_limits),
    outputEncoding: body.output_encoding,
    tests: body.tests?.map((test) => ({ ...test, limits: limitsOf(test.limits) })),
    stopAtFirstFailure: body.stop_at_first_failure,
    cache: body.cache,
  });
}

/** A count whatever was asked, so that it is the limits' floor and cap that refuse what is too little or too much. */
function millisecondsOf(seconds: number): number {
  return Math.min(Math.max(1, Math.round(seconds * 1000)), Number.MAX_SAFE_INTEGER);
}

function limitsOf(limits: ExecuteRequest['limits']): Partial<Limits> {
  const named = {
    wallMs: limits?.wall_ms,
    cpuMs: limits?.cpu_ms,
    memoryBytes: limits?.memory_bytes,
    outputBytes: limits?.output_bytes,
    processes: limits?.processes,
    openFiles: limits?.open_files,
    fileBytes: limits?.file_bytes,
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
}
