import type { Snippet } from '#protocol/snippet.ts';
import { readEditToken } from '../_share/edit-tokens.ts';

/** A saved snippet that this browser may change. */
export interface OwnSnippet {
  readonly id: string;
  readonly editToken: string;
  /** The draft that it was saved from; undefined where the page was opened with it. */
  readonly draftId?: string | undefined;
  readonly language: string;
  /** How many hidden tests it had when it was read or saved. */
  readonly hiddenCount: number;
}

/** The snippet with its hidden tests, as its owner may read it; null where this browser has no right to it. */
export async function readOwn({ id, revision, language }: Snippet) {
  const editToken = readEditToken(id);
  if (editToken === null) return null;
  const headers = { 'X-Edit-Token': editToken };
  const answer = await fetch(`/api/v1/snippets/${id}@${revision}`, { headers });
  if (!answer.ok) return null;
  const whole = (await answer.json()) as Snippet;
  // The token was replaced since: what is told is what everybody is told.
  if (whole.tests.some((test) => 'redacted' in test)) return null;
  const hiddenCount = whole.tests.filter(({ hidden }) => hidden).length;
  const own: OwnSnippet = { id, editToken, language, hiddenCount };
  return { whole, own };
}
