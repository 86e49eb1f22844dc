import type { Snippet } from '#protocol/snippet.ts';
import type { Draft } from '../_draft/draft.ts';

/** What the editor page was opened with, to go on with: a draft of its own, so that none is overwritten. */
export interface Beginning {
  /** Where a draft of it is kept: the same address has the same. */
  readonly place: string;
  /** The id of its language. */
  readonly language: string;
  readonly draft: Draft;
  /** The saved snippet that it is, if it is one. */
  readonly snippet?: Snippet;
}
