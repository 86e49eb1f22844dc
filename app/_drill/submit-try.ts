import { type Submission, SubmissionEvent } from '#protocol/submission.ts';
import { wordsOf } from '../_server/ask-api.ts';
import { unreachableWords } from '../_server/post-json.ts';
import { readLines } from '../_server/read-lines.ts';
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
  for await (const line of readLines(body)) yield SubmissionEvent.parse(JSON.parse(line));
}
