import { ProblemAnswer } from '#protocol/problem.ts';
import { type Submission, SubmissionEvent } from '#protocol/submission.ts';
import { errorWords, unreachableWords } from '../_server/post-json.ts';
import { type Attempt, advanced, begun, failed } from './drill.ts';

/** Why a try could not be made, in words for people. */
class TryRefused extends Error {}

interface Try {
  readonly drillId: string;
  readonly revision: number;
  readonly submission: Submission;
}

const lostWords = 'The connection was lost before the end. Submit again.';

/** Submits a try, and tells how it stands whenever there is more to know. The last is over, whatever went wrong. */
export async function* attemptsAt(wanted: Try, stop: AbortSignal): AsyncGenerator<Attempt> {
  let attempt = begun;
  try {
    for await (const event of submitTry(wanted, stop)) {
      attempt = advanced(attempt, event);
      yield attempt;
    }
    if (attempt.status !== 'over') yield failed(attempt, lostWords);
  } catch (error) {
    if (!(error instanceof TryRefused)) throw error;
    yield failed(attempt, error.message);
  }
}

async function* submitTry(
  { drillId, revision, submission }: Try,
  stop: AbortSignal,
): AsyncGenerator<SubmissionEvent> {
  const answer = await fetch(`/api/v1/snippets/${drillId}@${revision}/submit`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/x-ndjson' },
    body: JSON.stringify(submission),
    signal: stop,
  }).catch((error: unknown) => {
    throw new TryRefused(stop.aborted ? 'Stopped by you.' : unreachableWords, { cause: error });
  });
  if (!answer.ok || answer.body === null) throw new TryRefused(await wordsOf(answer));
  try {
    yield* eventsOf(answer.body);
  } catch (error) {
    throw new TryRefused(stop.aborted ? 'Stopped by you.' : lostWords, { cause: error });
  }
}

async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<SubmissionEvent> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let rest = '';
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield SubmissionEvent.parse(JSON.parse(line));
  }
}

async function wordsOf(answer: Response): Promise<string> {
  const problem = ProblemAnswer.safeParse(await answer.json().catch(() => null));
  return problem.success && answer.status < 500 ? problem.data.error.message : errorWords(answer.status);
}
