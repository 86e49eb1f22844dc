import type { z } from 'zod';
import { ProblemAnswer } from '#protocol/problem.ts';
import { maxSourceBytes } from '#protocol/program.ts';
import { CreatedSnippet, type NewSnippet } from '#protocol/snippet.ts';
import { utf8Bytes } from '#protocol/utf8-bytes.ts';
import { errorWords, postJson, unreachableWords } from '../_server/post-json.ts';

export type ShareDraft = z.input<typeof NewSnippet>;

export type LinkAnswer =
  | { readonly ok: true; readonly id: string; readonly editToken: string }
  | { readonly ok: false; readonly words: string };

/** Saves a snippet and answers with its id, or with what a person should be told. Never throws. */
export async function createLink(draft: ShareDraft): Promise<LinkAnswer> {
  const bytes = utf8Bytes(draft.code);
  if (bytes > maxSourceBytes)
    return refused(`This snippet is too large to share: ${megabytes(bytes)} of 1 MB.`);
  try {
    const answer = await postJson('/api/v1/snippets', draft);
    return answer.ok ? created(await answer.json()) : refused(await wordsOf(answer));
  } catch {
    return refused(unreachableWords);
  }
}

function created(body: unknown): LinkAnswer {
  const { id, editToken } = CreatedSnippet.parse(body);
  return { ok: true, id, editToken };
}

async function wordsOf(answer: Response): Promise<string> {
  const problem = ProblemAnswer.safeParse(await answer.json().catch(() => null));
  if (problem.success && answer.status < 500) return problem.data.error.message;
  return errorWords(answer.status);
}

function refused(words: string): LinkAnswer {
  return { ok: false, words };
}

function megabytes(bytes: number): string {
  return `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
}
