import { ProblemAnswer } from '#protocol/problem.ts';
import { errorWords, unreachableWords } from '../_server/post-json.ts';
import { createLink, type LinkAnswer, type ShareDraft } from '../_share/create-link.ts';
import { keepEditToken } from '../_share/edit-tokens.ts';
import type { OwnSnippet } from './own-snippet.ts';

/** Saves a drill: a new one, or the next revision of the one that is given. Never throws. */
export async function saveDrill(draft: ShareDraft, own: OwnSnippet | null): Promise<LinkAnswer> {
  if (own !== null) return await revise(draft, own);
  const answer = await createLink(draft);
  if (answer.ok) keepEditToken(answer.id, answer.editToken);
  return answer;
}

async function revise({ forkedFrom: _, ...draft }: ShareDraft, own: OwnSnippet): Promise<LinkAnswer> {
  const { id, editToken } = own;
  try {
    const answer = await fetch(`/api/v1/snippets/${id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'X-Edit-Token': editToken },
      body: JSON.stringify(draft),
    });
    if (answer.ok) return { ok: true, id, editToken };
    const problem = ProblemAnswer.safeParse(await answer.json().catch(() => null));
    const isTold = problem.success && answer.status < 500;
    return { ok: false, words: isTold ? problem.data.error.message : errorWords(answer.status) };
  } catch {
    return { ok: false, words: unreachableWords };
  }
}
