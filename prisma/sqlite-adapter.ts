import { type Client, type Config, createClient, type InStatement, type Transaction } from '@libsql/client';
import { PrismaLibSql } from '@prisma/adapter-libsql';

/** What of a libSQL transaction Prisma's adapter uses. */
type UsedTransaction = Pick<Transaction, 'execute' | 'commit' | 'rollback'>;

/**
 * Prisma's libSQL adapter with transactions on the one connection it has. The libSQL client gives each transaction
 * its connection away and opens another, so that every write would leak two descriptors. The adapter holds its own
 * lock from begin to end, hence nothing else can slip into the transaction.
 */
export class SqliteAdapter extends PrismaLibSql {
  override createClient(config: Config): Client {
    const client = createClient(config);
    client.transaction = async () => (await begin(client)) as Transaction;
    return client;
  }
}

/** Takes the write lock at once: a transaction that reads first and then writes could not wait for it. */
async function begin(client: Client): Promise<UsedTransaction> {
  await executeOrReconnect(client, 'BEGIN IMMEDIATE');
  return {
    execute: (statement: InStatement) => client.execute(statement),
    commit: () => executeOrReconnect(client, 'COMMIT'),
    rollback: () => executeOrReconnect(client, 'ROLLBACK'),
  };
}

/**
 * A connection on which one of these failed is given up, and its transaction with it: after "busy", libSQL leaves
 * a statement behind that makes every later commit fail.
 */
async function executeOrReconnect(client: Client, statement: string): Promise<void> {
  try {
    await client.execute(statement);
  } catch (error) {
    client.reconnect();
    throw error;
  }
}
