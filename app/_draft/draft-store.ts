import { del, get, set } from 'idb-keyval';
import type { Draft } from './draft.ts';

/** A draft and when it was written, in milliseconds since 1970. */
export interface KeptDraft extends Draft {
  readonly keptAt: number;
}

const keyOf = (languageId: string) => `draft:${languageId}`;

/** Undefined where nothing is kept, or where the browser keeps nothing, as in some private windows. */
export async function readDraft(languageId: string): Promise<KeptDraft | undefined> {
  return await get<KeptDraft>(keyOf(languageId)).catch(() => undefined);
}

export async function keepDraft(languageId: string, draft: Draft): Promise<void> {
  await set(keyOf(languageId), { ...draft, keptAt: Date.now() } satisfies KeptDraft);
}

export async function forgetDraft(languageId: string): Promise<void> {
  await del(keyOf(languageId));
}
