import { get, update } from 'idb-keyval';
import { type PastRun, withPastRun } from './history.ts';

const key = 'history';

/** Empty where nothing is kept, or where the browser keeps nothing. */
export async function readHistory(): Promise<readonly PastRun[]> {
  return (await get<readonly PastRun[]>(key).catch(() => undefined)) ?? [];
}

/** Tabs that add at the same time lose nothing. */
export async function keepPastRun(run: PastRun, most: number): Promise<void> {
  await update<readonly PastRun[]>(key, (runs = []) => withPastRun(runs, run, most));
}

/** Lets go of all but the last. */
export async function shortenHistory(most: number): Promise<void> {
  await update<readonly PastRun[]>(key, (runs = []) => runs.slice(0, most));
}

export async function forgetHistory(): Promise<void> {
  await update<readonly PastRun[]>(key, () => []);
}
