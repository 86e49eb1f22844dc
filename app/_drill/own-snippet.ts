import type { Snippet } from '#protocol/snippet.ts';

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

/** The snippet with its hidden tests, as its owner may read it; null where the right to it is no longer one. */
export async function readOwn({ id, revision }: Snippet, editToken: string): Promise<Snippet | null> {
  const answer = await fetch(`/api/v1/snippets/${id}@${revision}`, {
    headers: { 'X-Edit-Token': editToken },
  });
  if (!answer.ok) return null;
  const snippet = (await answer.json()) as Snippet;
  return snippet.tests.some((test) => 'redacted' in test) ? null : snippet;
}
