import { FormatAnswer, type FormatRequest } from '#protocol/format.ts';
import { ProblemAnswer } from '#protocol/problem.ts';

export type Formatted =
  | { readonly ok: true; readonly code: string; readonly changed: boolean }
  | { readonly ok: false; readonly words: string };

const longestWords = 300;

/** Code as its language's formatter lays it out, or what a person should be told instead. Never throws. */
export async function askFormat(request: FormatRequest): Promise<Formatted> {
  try {
    const answer = await fetch('/api/v1/format', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    });
    const body: unknown = await answer.json();
    return answer.ok ? read(FormatAnswer.parse(body)) : refused(wordsOf(body, answer.status));
  } catch {
    return refused('The server is not reachable. Your code is saved in this browser.');
  }
}

function read({ success, formatted, changed, formatter, message }: FormatAnswer): Formatted {
  if (success && formatted !== null) return { ok: true, code: formatted, changed };
  return refused(`${formatter} could not format this: ${message}`);
}

function wordsOf(body: unknown, status: number): string {
  const problem = ProblemAnswer.safeParse(body);
  if (problem.success) return problem.data.error.message;
  return `The server answered with an error (${status}). Try again.`;
}

function refused(words: string): Formatted {
  return { ok: false, words: words.length > longestWords ? `${words.slice(0, longestWords)}…` : words };
}
