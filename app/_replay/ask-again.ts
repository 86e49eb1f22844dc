import type { ExecuteAnswer } from '#protocol/execute.ts';
import { postJson } from '../_server/post-json.ts';
import { problemWords } from '../_server/problem-words.ts';
import { type Comparison, compareRuns } from './compare.ts';
import { fetchRecording } from './fetch-recording.ts';

/** Has a revision run as it was recorded, and compares; answers in words where that cannot be done. */
export async function askAgain(name: string, leaving: AbortSignal): Promise<Comparison | string> {
  const events = await fetchRecording(name);
  if (typeof events === 'string') return events;
  const wasJudged = events.some((event) => event.type === 'finished' && event.tests !== undefined);
  const answer = await postJson(
    `/api/v1/snippets/${name}/execute`,
    wasJudged ? { tests: true } : {},
    leaving,
  );
  if (!answer.ok) return await problemWords(answer);
  // Our own server's answer.
  const comparison = compareRuns(events, (await answer.json()) as ExecuteAnswer);
  return comparison ?? 'The recording cannot be read.';
}
