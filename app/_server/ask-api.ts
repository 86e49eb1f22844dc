import { ProblemAnswer } from '#protocol/problem.ts';
import { errorWords, unreachableWords } from './post-json.ts';

export interface ApiQuestion {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type ApiAnswer =
  | { readonly ok: true; readonly body: unknown }
  /** `status` is 0 where nothing answered. */
  | { readonly ok: false; readonly status: number; readonly words: string };

/** Asks this site's own API. Whatever goes wrong is told in words for a person; never throws. */
export async function askApi(path: string, question: ApiQuestion = {}): Promise<ApiAnswer> {
  const { method = 'GET', body, headers = {} } = question;
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
  try {
    const answer = await fetch(path, { method, headers: { ...type, ...headers }, ...sent });
    if (!answer.ok) return { ok: false, status: answer.status, words: await wordsOf(answer) };
    return { ok: true, body: answer.status === 204 ? null : await answer.json() };
  } catch {
    return { ok: false, status: 0, words: unreachableWords };
  }
}

/** What an answer that is no success says for people; of a fault of the server’s, no more than that it is one. */
export async function wordsOf(answer: Response): Promise<string> {
  const problem = ProblemAnswer.safeParse(await answer.json().catch(() => null));
  return problem.success && answer.status < 500 ? problem.data.error.message : errorWords(answer.status);
}
