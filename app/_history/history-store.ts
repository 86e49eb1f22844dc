import { createStore, get, getMany, promisifyRequest } from 'idb-keyval';
import { type Entry, entryOf, fitting, type PastRun } from './history.ts';
import { isPastRun } from './is-past-run.ts';

/** Says which runs there are. Each is kept under a key of its own, so that one more writes one. */
const listKey = 'history';
const keyOf = ({ id }: { readonly id: string }) => `history:${id}`;

/** The one that is usual for idb-keyval: what is kept is exported and deleted there as a whole. */
const store = createStore('keyval-store', 'keyval');

/** The newest first. Empty where nothing is kept, or where the browser keeps nothing. */
export async function readHistory(): Promise<readonly PastRun[]> {
  try {
    const { entries, whole } = readList(await get(listKey, store));
    const kept = await getMany<unknown>(entries.map(keyOf), store);
    const runs = entries.map(({ id }, index) => whole.get(id) ?? kept[index]);
    return runs.filter(isPastRun);
  } catch {
    return [];
  }
}

/** Writes this run and which there are, and deletes those that must go. Tabs that add at the same time lose nothing. */
export async function keepPastRun(run: PastRun, most: number): Promise<void> {
  await change((entries) => fitting([entryOf(run), ...entries], most), [run]);
}

/** Lets go of all but the last. */
export async function shortenHistory(most: number): Promise<void> {
  await change((entries) => entries.slice(0, most));
}

export async function forgetHistory(): Promise<void> {
  await shortenHistory(0);
}

type Change = (entries: readonly Entry[]) => readonly Entry[];

/** In one transaction: nobody sees half of it. */
async function change(next: Change, added: readonly PastRun[] = []): Promise<void> {
  await store('readwrite', async (objects) => {
    const { entries, whole } = readList(await promisifyRequest<unknown>(objects.get(listKey)));
    const left = next(entries);
    const stays = new Set(left.map(({ id }) => id));
    const gone = entries.filter(({ id }) => !stays.has(id));
    const written = [...whole.values(), ...added].filter(({ id }) => stays.has(id));
    for (const entry of gone) objects.delete(keyOf(entry));
    for (const run of written) objects.put(run, keyOf(run));
    objects.put(left, listKey);
    await promisifyRequest(objects.transaction);
  });
}

/** An earlier version of the page kept the runs themselves in the list. */
function readList(kept: unknown): { entries: readonly Entry[]; whole: ReadonlyMap<string, PastRun> } {
  const listed: readonly unknown[] = Array.isArray(kept) ? kept : [];
  const whole = new Map(listed.filter(isPastRun).map((run) => [run.id, run]));
  const entries = listed.map((one) => (isPastRun(one) ? entryOf(one) : one)).filter(isEntry);
  return { entries, whole };
}

function isEntry(kept: unknown): kept is Entry {
  if (typeof kept !== 'object' || kept === null) return false;
  return 'id' in kept && typeof kept.id === 'string' && 'size' in kept && typeof kept.size === 'number';
}
