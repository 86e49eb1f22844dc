import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Client, Transaction } from '@libsql/client';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import type { MigrationDirectory, MigrationList } from '@prisma/schema-engine-wasm';
import { databaseUrl } from './database-url.ts';
import { exclusively } from './exclusive.ts';
import { openSchemaEngine } from './schema-engine.ts';

const ownMigrations = fileURLToPath(new URL('migrations', import.meta.url));

/** The adapter of one transaction: whatever the schema engine does happens inside it. */
class TransactionAdapter extends PrismaLibSql {
  constructor(private readonly transaction: Transaction) {
    super({ url: ':memory:' });
  }

  override createClient(): Client {
    const { transaction } = this;
    // Of a client, the schema engine uses these three.
    return {
      execute: transaction.execute.bind(transaction),
      executeMultiple: transaction.executeMultiple.bind(transaction),
      close: () => undefined,
    } as Client;
  }
}

/**
 * Brings the database up to date and answers the names of the migrations that it applied: none the second time.
 * Processes that migrate at once take turns. Prisma's own `migrate deploy` understands the result.
 */
export async function migrate(url = databaseUrl(), folder = ownMigrations): Promise<readonly string[]> {
  const file = fileURLToPath(url);
  try {
    await mkdir(dirname(file), { recursive: true });
    const migrationsList = await listMigrations(folder);
    return await exclusively(url, (transaction) => apply(migrationsList, transaction));
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new Error(`The database ${file} could not be brought up to date: ${reason}`, { cause: error });
  }
}

async function apply(migrationsList: MigrationList, transaction: Transaction): Promise<readonly string[]> {
  const engine = await openSchemaEngine(new TransactionAdapter(transaction));
  try {
    const filters = { externalTables: [], externalEnums: [] };
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
}

/** Reads a folder that is laid out as Prisma lays it out. */
async function listMigrations(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir: folder,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(join(folder, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(names.sort().map((name) => readMigration(folder, name))),
  };
}

async function readMigration(folder: string, name: string): Promise<MigrationDirectory> {
  const value = await readFile(join(folder, name, 'migration.sql'), 'utf8');
  return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } } };
}

async function main(): Promise<void> {
  try {
    const applied = await migrate();
    process.stdout.write(
      applied.length === 0 ? 'The database is up to date.\n' : `Applied ${applied.join(', ')}.\n`,
    );
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
