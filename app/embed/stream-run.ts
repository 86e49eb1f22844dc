import type { ExecuteRequest } from '#protocol/execute.ts';
import { ProblemAnswer } from '#protocol/problem.ts';
import { RunEvent } from '#protocol/run-event.ts';
import type { Snippet } from '#protocol/snippet.ts';
import { readLines } from '../_server/read-lines.ts';
import { credentials } from '../api/credentials.ts';
import { plainText } from '../api/door.ts';
import { jsonLines } from '../api/json-lines.ts';
import { log } from '../api/log.ts';
import { readWebConfig } from '../config.ts';
import { RunReader, type Shown } from './shown.ts';

/** Longer than any run may wait and take; it is the reader's leaving that ends one sooner. */
const patienceMs = 120_000;

/** Has a snippet run and answers with what is shown of it, a line each, as it comes. The run ends with its reader. */
export async function streamRun(snippet: Snippet, request: Request): Promise<Response> {
  const gone = new AbortController();
  const answer = await ask(snippet, request, gone.signal);
  if (answer === undefined || answer.body === null)
    return new Response('The execution server is not reachable.\n', { status: 502, headers: plainText });
  if (!answer.ok) return await inWords(answer);
  const headers = { ...plainText, 'X-Accel-Buffering': 'no' };
  return new Response(jsonLines(shownOf(answer.body), gone), { headers });
}

async function ask(snippet: Snippet, request: Request, gone: AbortSignal): Promise<Response | undefined> {
  try {
    return await fetch(`${readWebConfig().EXECUTION_URL}/execute`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/x-ndjson',
        ...(await credentials(request)),
      },
      body: JSON.stringify(programOf(snippet)),
      redirect: 'error',
      signal: AbortSignal.any([AbortSignal.timeout(patienceMs), request.signal, gone]),
    });
  } catch (error) {
    if (!request.signal.aborted) log.error({ err: error }, 'an embed could not run');
    return undefined;
  }
}

function programOf({ language, code, files, entry, stdin, args, env }: Snippet): ExecuteRequest {
  const program = { language, code, files, stdin, args, env };
  return entry === undefined ? program : { ...program, entry };
}

async function inWords(answer: Response): Promise<Response> {
  const { error } = ProblemAnswer.parse(await answer.json());
  const after = answer.headers.get('retry-after');
  const headers = after === null ? plainText : { ...plainText, 'Retry-After': after };
  return new Response(`${error.message}\n`, { status: answer.status, headers });
}

async function* shownOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Shown> {
  const reader = new RunReader();
  for await (const line of readLines(body)) yield* reader.read(RunEvent.parse(JSON.parse(line)));
}
