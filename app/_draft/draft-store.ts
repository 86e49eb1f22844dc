import { del, get, set } from 'idb-keyval';
import type { Draft } from './draft.ts';

/** A draft and when it was written, in milliseconds since 1970. */
export interface KeptDraft extends Draft {
  readonly keptAt: number;
}

const keyOf = (slotId: string) => `draft:${slotId}`;

/** Undefined where nothing is kept, or where the browser keeps nothing, as in some private windows. */
export async function readDraft(slotId: string): Promise<KeptDraft | undefined> {
  return await get<KeptDraft>(keyOf(slotId)).catch(() => undefined);
}

export async function keepDraft(slotId: string, draft: Draft): Promise<void> {
  await set(keyOf(slotId), { ...draft, keptAt: Date.now() } satisfies KeptDraft);
}

export async function forgetDraft(slotId: string): Promise<void> {
  await del(keyOf(slotId));
}
