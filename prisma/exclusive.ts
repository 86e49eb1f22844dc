import { setTimeout as delay } from 'node:timers/promises';
import { type Client, createClient, LibsqlError, type Transaction } from '@libsql/client';

const patienceMs = 30_000;
const pauseMs = 50;

/**
 * Does `work` in one transaction that no other process can be in: all of it happens, or nothing, even when the
 * process is killed meanwhile. Whoever comes second waits.
 */
export async function exclusively<T>(
  url: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const { client, transaction } = await beginWhenFree(url, Date.now() + patienceMs);
  try {
    const done = await work(transaction);
    await refuseDanglingRows(transaction);
    await transaction.commit();
    return done;
  } finally {
    transaction.close();
    client.close();
  }
}

interface Begun {
  readonly client: Client;
  readonly transaction: Transaction;
}

/** Asks again instead of letting SQLite wait, which would block this process's event loop. */
async function beginWhenFree(url: string, deadline: number): Promise<Begun> {
  for (;;) {
    try {
      return await begin(url);
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (Date.now() > deadline) throw new Error('another process keeps it locked', { cause: error });
      await delay(pauseMs);
    }
  }
}

/** Opens a connection each time: on one that was busy once, libSQL leaves a statement behind that blocks the commit. */
async function begin(url: string): Promise<Begun> {
  const client = createClient({ url });
  try {
    // Both can only be set outside a transaction. Rebuilding a table would delete the rows that point to it.
    await client.execute('PRAGMA journal_mode = WAL');
    await client.execute('PRAGMA foreign_keys = OFF');
    return { client, transaction: await client.transaction('write') };
  } catch (error) {
    client.close();
    throw error;
  }
}

async function refuseDanglingRows(transaction: Transaction): Promise<void> {
  const { rows } = await transaction.execute('PRAGMA foreign_key_check');
  const tables = [...new Set(rows.map((row) => String(row[0])))];
  if (tables.length > 0) throw new Error(`rows of ${tables.join(', ')} would point to nothing`);
}

function isBusy(error: unknown): boolean {
  return error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY');
}
