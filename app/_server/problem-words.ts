import type { ProblemAnswer } from '#protocol/problem.ts';
import { errorWords } from './post-json.ts';

/** What an answer that is no success says for people. */
export async function problemWords(answer: Response): Promise<string> {
  const body = (await answer.json().catch(() => null)) as Partial<ProblemAnswer> | null;
  const message = body?.error?.message;
  return typeof message === 'string' && message !== '' ? message : errorWords(answer.status);
}
