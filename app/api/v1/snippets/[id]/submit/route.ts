import type { WholeSnippet } from '#prisma/snippet-view.ts';
import { openWhole, peekSnippet } from '#prisma/snippets.ts';
import { type ExecuteRequest, restLimits } from '#protocol/execute.ts';
import { Refused } from '#protocol/problem.ts';
import { Submission, type SubmissionEvent } from '#protocol/submission.ts';
import { readWebConfig } from '../../../../../config.ts';
import { answer, emptyAnswer, everyAnswer, faultAnswer, jsonAnswer } from '../../../../answer.ts';
import { readJson } from '../../../../body.ts';
import { credentials } from '../../../../credentials.ts';
import { clientGone } from '../../../../execution.ts';
import { type FollowedRun, followRun } from '../../../../follow-run.ts';
import { withoutTests } from '../../../../hide-tests.ts';
import { jsonLines } from '../../../../json-lines.ts';
import { tellSubmission } from '../../../../judge-submission.ts';
import { log } from '../../../../log.ts';
import { editTokenOf, type NamedRoute, nameIn } from '../../../../named-snippet.ts';
import { gathered } from '../../../../submission-answer.ts';

/** Judges a try at a drill by all of its tests. Of hidden ones it tells verdict and time, and nothing else. */
export function POST(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, () => submit(request, route));
}

async function submit(request: Request, route: NamedRoute): Promise<Response> {
  const drill = await openDrill(request, route);
  const submission = Submission.parse((await readJson(request)) ?? {});
  const server = { url: readWebConfig().EXECUTION_URL, credentials: await credentials(request) };
  const gone = new AbortController();
  request.signal.addEventListener('abort', () => gone.abort());
  try {
    const run = await followRun(programOf(drill, submission), server, gone.signal);
    return await answerJudged(request, run, { drill, gone });
  } catch (error) {
    if (error instanceof Refused) throw new Refused(withoutTests(error.problem));
    if (gone.signal.aborted) return emptyAnswer(clientGone);
    return faultAnswer(error, 502, 'The execution server is not reachable.');
  }
}

/** Throws `Refused` for what is no drill, before anything that can be opened once is. */
async function openDrill(request: Request, route: NamedRoute): Promise<WholeSnippet> {
  const name = await nameIn(route);
  if ((await peekSnippet(name)).burnsAfterView)
    throw noDrill('What can be opened once is not a drill: nobody could try it twice.');
  const { snippet } = await openWhole(name, editTokenOf(request));
  if (snippet.tests.length === 0) throw noDrill('This snippet is not a drill: it has no tests.');
  return snippet;
}

function noDrill(message: string): Refused {
  return new Refused({ code: 'invalid_request', message, field: 'tests' });
}

function programOf(drill: WholeSnippet, { code, files = [], entry }: Submission): ExecuteRequest {
  const taken = new Set(files.map(({ path }) => path));
  const start = entry ?? drill.entry;
  return {
    language: drill.language,
    code: code ?? drill.code,
    files: [...drill.files.filter(({ path }) => !taken.has(path)), ...files],
    env: drill.env,
    ...(start === undefined ? {} : { entry: start }),
    tests: drill.tests.map((test) => ({ ...test, limits: restLimits(test.limits) })),
  };
}

interface JudgedDrill {
  readonly drill: WholeSnippet;
  readonly gone: AbortController;
}

async function answerJudged(
  request: Request,
  { events, headers }: FollowedRun,
  { drill, gone }: JudgedDrill,
): Promise<Response> {
  const told = tellSubmission(events, drill.tests);
  if (!(request.headers.get('accept') ?? '').includes('application/x-ndjson')) {
    const whole = await gathered(told);
    if (whole.outcome !== 'platform_fault') return jsonAnswer(whole, 200, { ...headers });
    return faultAnswer(new Error('a submission was not judged'), 500, whole.message);
  }
  return new Response(jsonLines(orFault(told, drill), gone), {
    headers: {
      ...everyAnswer,
      ...headers,
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      // Whoever compresses it on its way would hold lines back.
      'Cache-Control': 'no-store, no-transform',
    },
  });
}

/** A stream that has begun can have no other status: that we failed is its last line. */
async function* orFault(
  told: AsyncGenerator<SubmissionEvent>,
  { tests }: WholeSnippet,
): AsyncGenerator<SubmissionEvent> {
  let passed = 0;
  try {
    for await (const event of told) {
      if (event.type === 'test' && event.verdict === 'passed') passed += 1;
      yield event;
    }
  } catch (error) {
    log.error({ err: error }, 'a submission was not judged');
    const outcome = 'platform_fault';
    const message = 'The server failed. This is not your program’s doing. Try again.';
    const counts = { success: false, passed, total: tests.length };
    yield { type: 'finished', ...counts, outcome, message, compile_output: '', diagnostics: [] };
  }
}
