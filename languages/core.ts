import type { Language } from '#server/languages/language.ts';
import { readCatalog } from '#server/languages/read-catalog.ts';
import { Selection } from '#server/languages/selection.ts';

/** The languages that a new server builds without being asked. */
export async function readCore(folder: string): Promise<readonly Language[]> {
  const catalog = await readCatalog(folder, []);
  new Selection({ languages: catalog.toBuild(), isNamed: false }).apply({});
  return catalog.all().filter(({ state }) => state.status === 'waiting');
}
