import { FormatAnswer, type FormatRequest } from '#protocol/format.ts';
import { ProblemAnswer } from '#protocol/problem.ts';
import { errorWords, postJson, unreachableWords } from '../_server/post-json.ts';

export type Formatted =
  | { readonly ok: true; readonly code: string; readonly changed: boolean }
  | { readonly ok: false; readonly words: string };

const longestWords = 300;

/** Code as its language's formatter lays it out, or what a person should be told instead. Never throws. */
export async function askFormat(request: FormatRequest): Promise<Formatted> {
  try {
    const answer = await postJson('/api/v1/format', request);
    const body: unknown = await answer.json();
    return answer.ok ? read(FormatAnswer.parse(body)) : refused(wordsOf(body, answer.status));
  } catch {
    return refused(unreachableWords);
  }
}

function read({ success, formatted, changed, formatter, message }: FormatAnswer): Formatted {
  if (success && formatted !== null) return { ok: true, code: formatted, changed };
  return refused(`${formatter} could not format this: ${message}`);
}

function wordsOf(body: unknown, status: number): string {
  const problem = ProblemAnswer.safeParse(body);
  return problem.success ? problem.data.error.message : errorWords(status);
}

function refused(words: string): Formatted {
  return { ok: false, words: words.length > longestWords ? `${words.slice(0, longestWords)}…` : words };
}
