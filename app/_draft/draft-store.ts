import { del, entries, get, set } from 'idb-keyval';
import { type Draft, emptyDraft } from './draft.ts';

/** A draft as this browser keeps it. */
export interface KeptDraft extends Draft {
  readonly id: string;
  /** The id of its language. */
  readonly language: string;
  /** Where the page begins with it: a language's id, or `snippet-` and the id of a snippet that was opened. */
  readonly place: string;
  /** When it was written, in milliseconds since 1970. Later writes have later times, whatever the clock does. */
  readonly keptAt: number;
}

const prefix = 'draft:';
const lastPrefix = 'draft-last:';

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

/** For the moment in which the page goes away: a database would be too late. Fails as `keepDraft` does. */
export function keepDraftAtOnce(draft: KeptDraft): void {
  localStorage.setItem(lastPrefix + draft.id, JSON.stringify(draft));
}

export async function forgetDraft(id: string): Promise<void> {
  forgetLast(id);
  await del(prefix + id);
}

function forgetLast(id: string): void {
  try {
    localStorage.removeItem(lastPrefix + id);
  } catch {
    // What cannot be reached keeps nothing either.
  }
}

function readLastDraft(id: string): KeptDraft | undefined {
  try {
    return readable(id, JSON.parse(localStorage.getItem(lastPrefix + id) ?? 'null'));
  } catch {
    return undefined;
  }
}

function lastIds(): string[] {
  try {
    return Object.keys(localStorage).flatMap((key) =>
      key.startsWith(lastPrefix) ? key.slice(lastPrefix.length) : [],
    );
  } catch {
    return [];
  }
}

function newest(one: KeptDraft | undefined, other: KeptDraft | undefined): KeptDraft | undefined {
  return other && other.keptAt > (one?.keptAt ?? 0) ? other : one;
}

/**
 * What was kept, by this version of the page or an earlier one, which kept less: one draft for each language under the
 * language's id. Undefined for what has no code, or whose parts are not what they must be.
 */
export function readable(id: string, value: unknown): KeptDraft | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const draft: KeptDraft = { ...emptyDraft(''), id, language: id, place: id, keptAt: 0, ...value };
  const texts = ['id', 'language', 'place', 'title', 'code', 'entry', 'stdin', 'args', 'env'] as const;
  const isWhole =
    'code' in value &&
    texts.every((name) => typeof draft[name] === 'string') &&
    ['interactive', 'text', 'terminal'].includes(draft.inputMode) &&
    Array.isArray(draft.files) &&
    draft.files.every(isFile) &&
    Array.isArray(draft.tests) &&
    Number.isFinite(draft.keptAt);
  return isWhole ? draft : undefined;
}

function isFile(file: unknown): boolean {
  if (typeof file !== 'object' || file === null) return false;
  return (
    'path' in file && typeof file.path === 'string' && 'content' in file && typeof file.content === 'string'
  );
}
