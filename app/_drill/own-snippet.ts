import type { Snippet } from '#protocol/snippet.ts';
import { editTokenOf } from '../_share/edit-tokens.ts';

/** A saved snippet that this browser may change. */
export interface OwnSnippet {
  readonly id: string;
  readonly editToken: string;
  /** The revision that it stands at, as far as this page knows. */
  readonly head: number;
  /** The draft that it was saved from; undefined where the page was opened with it. */
  readonly draftId?: string | undefined;
  readonly language: string;
  /** How many hidden tests it had when it was read or saved. */
  readonly hiddenCount: number;
}

/** The snippet with its hidden tests, as its owner may read it; null where this browser has no right to it. */
export async function readOwn({ id, revision, language }: Snippet) {
  const editToken = editTokenOf(id);
  if (editToken === undefined) return null;
  const headers = { 'X-Edit-Token': editToken };
  const answer = await fetch(`/api/v1/snippets/${id}@${revision}`, { headers });
  if (!answer.ok) return null;
  const whole = (await answer.json()) as Snippet;
  // The token was replaced since: what is told is what everybody is told.
  if (whole.tests.some((test) => 'redacted' in test)) return null;
  const hiddenCount = whole.tests.filter(({ hidden }) => hidden).length;
  const own: OwnSnippet = { id, editToken, head: whole.head, language, hiddenCount };
  return { whole, own };
}
