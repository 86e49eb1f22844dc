import type { Expiry } from '#protocol/snippet.ts';
import type { SnippetName } from '#protocol/snippet-name.ts';
import { asOne, findOpenable, refuseHidden, type Tables } from './openable.ts';
import { type Opened, viewOf, type WholeSnippet } from './snippet-view.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** How long a link that is gone says so; later it is as if it had never been. */
const traceDays = 365;
/** Removed in one go, so that no other write waits long. */
const batch = 100;

const days: Readonly<Partial<Record<Expiry, number>>> = { '1d': 1, '7d': 7, '30d': 30 };

/** The columns that say how long a snippet lasts. */
export function lifetimeOf(expiry: Expiry, now: Date): { expiresAt: Date | null; burnsAfterView: boolean } {
  const count = days[expiry];
  return {
    expiresAt: count === undefined ? null : new Date(now.getTime() + count * dayMs),
    burnsAfterView: expiry === 'first_view',
  };
}

/** Opens for the only time, and removes. Throws `Refused` for whoever comes second. */
export async function burn(tables: Tables, name: SnippetName, now: Date): Promise<Opened<WholeSnippet>> {
  const row = await findOpenable(tables, name.id, now);
  refuseHidden(row);
  const opened = await viewOf(tables, row, name.revision);
  await tables.snippet.delete({ where: { id: row.id } });
  await tables.gone.create({ data: { id: row.id, reason: 'burnt', at: now } });
  return opened;
}

/** Removes what has expired, and the traces that are old. Answers how many snippets that were. */
export async function sweep(now = new Date()): Promise<number> {
  let removed = 0;
  for (let count = batch; count === batch; removed += count) count = await sweepSome(now);
  return removed;
}

function sweepSome(now: Date): Promise<number> {
  return asOne(async (tables) => {
    const expired = await tables.snippet.findMany({
      where: { expiresAt: { lte: now } },
      select: { id: true, expiresAt: true },
      take: batch,
    });
    const ids = expired.map(({ id }) => id);
    const traces = expired.map(({ id, expiresAt }) => ({ id, reason: 'expired', at: expiresAt ?? now }));
    await tables.snippet.deleteMany({ where: { id: { in: ids } } });
    await tables.gone.createMany({ data: traces });
    await tables.gone.deleteMany({ where: { at: { lt: new Date(now.getTime() - traceDays * dayMs) } } });
    return ids.length;
  });
}
