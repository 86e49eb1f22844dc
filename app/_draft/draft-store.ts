import { del, entries, get, set } from 'idb-keyval';
import { type KeptDraft, readable } from './kept-draft.ts';
import { forgetLast, lastIds, readLastDraft } from './last-words.ts';

const prefix = 'draft:';

/** Undefined where nothing is kept, or where the browser keeps nothing, as in some private windows. */
export async function readDraft(id: string): Promise<KeptDraft | undefined> {
  const kept = readable(id, await get(prefix + id).catch(() => undefined));
  return newest(kept, readLastDraft(id));
}

export interface KeptDrafts {
  /** The latest first. */
  readonly drafts: readonly KeptDraft[];
  /** The ids of those that are there and make no sense. They are left as they are. */
  readonly unreadable: readonly string[];
}

/** Everything that is kept; nothing, where the browser keeps nothing. */
export async function listDrafts(): Promise<KeptDrafts> {
  const stored = (await entries().catch(() => [])).flatMap(([key, value]) =>
    String(key).startsWith(prefix) ? [{ id: String(key).slice(prefix.length), value }] : [],
  );
  const ids = new Set([...stored.map(({ id }) => id), ...lastIds()]);
  const found = [...ids].map((id) => {
    const value = stored.find((entry) => entry.id === id)?.value;
    return { id, draft: newest(readable(id, value), readLastDraft(id)) };
  });
  return {
    drafts: found.flatMap(({ draft }) => draft ?? []).toSorted((one, other) => other.keptAt - one.keptAt),
    unreadable: found.flatMap(({ id, draft }) => (draft ? [] : id)),
  };
}

/** What is kept under the id, whatever it is, as text to take away. */
export async function rawDraft(id: string): Promise<string> {
  return JSON.stringify(await get(prefix + id), null, 2) ?? '';
}

/** Fails where the browser keeps nothing, or has no room left. */
export async function keepDraft(draft: KeptDraft): Promise<void> {
  await set(prefix + draft.id, draft);
  forgetLast(draft.id);
}

export async function forgetDraft(id: string): Promise<void> {
  forgetLast(id);
  await del(prefix + id);
}

function newest(one: KeptDraft | undefined, other: KeptDraft | undefined): KeptDraft | undefined {
  return other && other.keptAt > (one?.keptAt ?? 0) ? other : one;
}
