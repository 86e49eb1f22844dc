import { formatDay } from '#protocol/format-day.ts';
import { Refused } from '#protocol/problem.ts';
import { database } from './client.ts';
import { Prisma, type Snippet as SnippetRow } from './generated/client.ts';

/** How long a write may wait for the writes before it in this process. */
const maxWaitMs = 10_000;

/** The tables, of the database or within one transaction. */
export type Tables = Prisma.TransactionClient;

/** Does `work` as one: all of it or nothing, and no other write between. */
export function asOne<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
  return database().$transaction(work, { maxWait: maxWaitMs });
}

/**
 * The snippet of this id, while it can be opened by somebody. Throws `Refused`: it never was or was deleted
 * (`not_found`), or it has expired or was opened for the one time that it could be (`gone`).
 */
export async function findOpenable(tables: Tables, id: string, now: Date): Promise<SnippetRow> {
  const row = await tables.snippet.findUnique({ where: { id } });
  if (row === null) throw await absence(tables, id);
  if (row.expiresAt !== null && row.expiresAt <= now) throw gone('expired', row.expiresAt);
  return row;
}

/** What an operator hid is shown to its owner only. */
export function refuseHidden({ hiddenAt }: SnippetRow): void {
  if (hiddenAt !== null) {
    throw new Refused({ code: 'gone', message: 'The operator of this server has hidden this snippet.' });
  }
}

export function notFound(): Refused {
  return new Refused({ code: 'not_found', message: 'This link does not exist or was deleted.' });
}

export function notYours(): Refused {
  return new Refused({
    code: 'not_yours',
    message: 'Only who holds its edit token may change this snippet.',
  });
}

export function opensOnce(): Refused {
  const message = 'This snippet can be opened once, and is shown at its own link only.';
  return new Refused({ code: 'not_yours', message });
}

export function isKnown(error: unknown, code: string): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === code;
}

async function absence(tables: Tables, id: string): Promise<Refused> {
  const trace = await tables.gone.findUnique({ where: { id } });
  if (trace === null) return notFound();
  return gone(trace.reason === 'burnt' ? 'burnt' : 'expired', trace.at);
}

function gone(reason: 'expired' | 'burnt', at: Date): Refused {
  const day = formatDay(at);
  const message =
    reason === 'burnt'
      ? `This link could be opened once, and was on ${day}.`
      : `This link expired on ${day}.`;
  return new Refused({ code: 'gone', message });
}
