import { del, get, set } from 'idb-keyval';
import { type Draft, emptyDraft } from './draft.ts';

/** A draft and when it was written, in milliseconds since 1970. */
export interface KeptDraft extends Draft {
  readonly keptAt: number;
}

const lastKey = 'draft-last';
const keyOf = (slotId: string) => `draft:${slotId}`;

/** Undefined where nothing is kept, or where the browser keeps nothing, as in some private windows. */
export async function readDraft(slotId: string): Promise<KeptDraft | undefined> {
  const last = readLastDraft(slotId);
  const kept = await get<KeptDraft>(keyOf(slotId)).catch(() => undefined);
  const newest = last && last.keptAt > (kept?.keptAt ?? 0) ? last : kept;
  // One that an earlier version of the page kept has less in it.
  return newest && { ...emptyDraft(''), ...newest };
}

/** For the moment in which the page goes away: a database would be too late. Only the last such draft is kept. */
export function keepLastDraft(slotId: string, draft: Draft): void {
  localStorage.setItem(lastKey, JSON.stringify({ slotId, ...draft, keptAt: Date.now() }));
}

function readLastDraft(slotId: string): KeptDraft | undefined {
  try {
    const { slotId: kept, ...draft } = JSON.parse(localStorage.getItem(lastKey) ?? '{}');
    return kept === slotId ? draft : undefined;
  } catch {
    return undefined;
  }
}

export async function keepDraft(slotId: string, draft: Draft): Promise<void> {
  await set(keyOf(slotId), { ...draft, keptAt: Date.now() } satisfies KeptDraft);
}

export async function forgetDraft(slotId: string): Promise<void> {
  await del(keyOf(slotId));
}
