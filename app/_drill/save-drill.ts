import { keepEditToken } from '../_share/edit-tokens.ts';
import { type Answer, createLink, reviseLink, type ShareDraft } from '../_share/link-requests.ts';
import type { OwnSnippet } from './own-snippet.ts';

/** A drill as it was saved: what its next change needs. */
export type SavedDrill = Pick<OwnSnippet, 'id' | 'editToken' | 'head'>;

/**
 * Saves a drill: a new one, or the next revision of the one that is given, unless that was changed elsewhere meanwhile. Never
 * throws.
 */
export async function saveDrill(draft: ShareDraft, own: OwnSnippet | null): Promise<Answer<SavedDrill>> {
  return own === null ? await create(draft) : await revise(draft, own);
}

async function create(draft: ShareDraft): Promise<Answer<SavedDrill>> {
  const answer = await createLink(draft);
  if (!answer.ok) return answer;
  const { id, editToken, revision, title, language, createdAt } = answer.value;
  keepEditToken(id, editToken, { title, language, createdAt });
  return { ok: true, value: { id, editToken, head: revision } };
}

async function revise(
  { forkedFrom: _, visibility: __, expiry: ___, ...draft }: ShareDraft,
  own: OwnSnippet,
): Promise<Answer<SavedDrill>> {
  const answer = await reviseLink(own, own.head, draft);
  if (answer.ok) return { ok: true, value: { ...own, head: answer.value.revision } };
  return answer.status === 412 ? { ...answer, words: 'This drill was changed elsewhere meanwhile.' } : answer;
}
