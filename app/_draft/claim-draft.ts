import { holdDraft, type Release } from './draft-hold.ts';
import { listDrafts, readDraft } from './draft-store.ts';
import type { KeptDraft } from './kept-draft.ts';
import { newId } from './new-id.ts';
import { ownDraft } from './own-draft.ts';

/** A draft that this tab alone writes. */
export interface Claim {
  readonly id: string;
  /** What was kept of it; undefined for a new one. */
  readonly kept: KeptDraft | undefined;
  /** Another tab has the draft that would have been opened: this one begins as a copy of it. */
  readonly isCopy: boolean;
  readonly release: Release;
}

/**
 * The draft that the page begins with in this place (a language's id, or `snippet-` and a snippet's): the one that this tab
 * had before, else the latest that is kept, else a new one. Two tabs never have the same: the later one has a copy.
 */
export async function claimDraft(place: string): Promise<Claim> {
  const own = ownDraft(place);
  if (own !== undefined) return await claimKept(own, true);
  const { drafts } = await listDrafts();
  const latest = drafts.find((draft) => draft.place === place);
  return latest ? await claimKept(latest.id, false) : await claimNew();
}

/** The draft of this id, or a copy of it where another tab has it. */
export async function claimKept(id: string, isOwn: boolean): Promise<Claim> {
  const release = await holdDraft(id, { isOwn });
  // Read when it is held: whoever had it before has written its last.
  const kept = await readDraft(id);
  if (release) return { id, kept, isCopy: false, release };
  return { ...(await claimNew()), kept, isCopy: kept !== undefined };
}

/** A draft that is not kept yet. */
export async function claimNew(): Promise<Claim> {
  const id = newId();
  const release = await holdDraft(id, { isOwn: false });
  return { id, kept: undefined, isCopy: false, release: release ?? (() => undefined) };
}
