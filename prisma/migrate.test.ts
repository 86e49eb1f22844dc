import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { migrate } from './migrate.ts';
import { openSchemaEngine } from './schema-engine.ts';

const ownMigrations = fileURLToPath(new URL('migrations', import.meta.url));
let folder: string;
let url: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bugdrill-migrate-'));
  url = pathToFileURL(join(folder, 'a folder of 100 %', 'bugdrill.db')).href;
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function rows(sql: string) {
  const client = createClient({ url });
  try {
    return (await client.execute(sql)).rows;
  } finally {
    client.close();
  }
}

/** Our migrations and one more after them. */
async function migrationsAnd(sql: string): Promise<string> {
  const later = join(folder, 'migrations');
  await cp(ownMigrations, later, { recursive: true });
  await mkdir(join(later, '20990101000000_later'));
  await writeFile(join(later, '20990101000000_later', 'migration.sql'), sql);
  return later;
}

async function saveSomething(): Promise<void> {
  await rows(`INSERT INTO "Snippet" ("id", "head", "editTokenHash", "createdAt", "updatedAt")
    VALUES ('abcdefghij', 1, 'hash', '2026-01-01', '2026-01-01')`);
  await rows(`INSERT INTO "Revision" ("snippetId", "number", "title", "language", "content", "contentHash", "createdAt")
    VALUES ('abcdefghij', 1, 'title', 'python', '{}', 'hash', '2026-01-01')`);
}

test('an empty database gets every migration, in order, and write-ahead logging', async () => {
  const entries = await readdir(ownMigrations, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  expect(await migrate(url)).toEqual(names.sort());
  expect(await rows('PRAGMA journal_mode')).toMatchObject([{ journal_mode: 'wal' }]);
});

test('a second time applies nothing and keeps what is saved', async () => {
  await migrate(url);
  await saveSomething();
  expect(await migrate(url)).toEqual([]);
  expect(await rows('SELECT title FROM "Revision"')).toMatchObject([{ title: 'title' }]);
});

test('a database from an earlier state gets only what is new', async () => {
  await migrate(url);
  await saveSomething();
  const later = await migrationsAnd(`ALTER TABLE "Revision" ADD COLUMN "extra" JSONB NOT NULL DEFAULT '[]';`);
  expect(await migrate(url, later)).toEqual(['20990101000000_later']);
  expect(await rows('SELECT title, extra FROM "Revision"')).toMatchObject([{ title: 'title', extra: '[]' }]);
});

test('snippets of the first state keep what they hold, and are called what their latest revision is', async () => {
  const first = join(folder, 'first');
  const name = '20261122000000_snippets';
  await cp(join(ownMigrations, name), join(first, name), { recursive: true });
  await cp(join(ownMigrations, 'migration_lock.toml'), join(first, 'migration_lock.toml'));
  await migrate(url, first);
  await saveSomething();
  await rows(
    `INSERT INTO "Revision" VALUES ('abcdefghij', 2, 'newer', 'c', '{"code":"x"}', 'h', '2026-01-02')`,
  );
  await rows(`UPDATE "Snippet" SET "head" = 2`);
  expect(await migrate(url)).not.toContain(name);
  expect(await rows('SELECT * FROM "Snippet"')).toMatchObject([
    { id: 'abcdefghij', head: 2, title: 'newer', visibility: 'unlisted', expiresAt: null, hiddenAt: null },
  ]);
  expect(await rows('SELECT title, languageVersion FROM "Revision" ORDER BY number')).toMatchObject([
    { title: 'title', languageVersion: null },
    { title: 'newer', languageVersion: null },
  ]);
});

test('what was saved before there were drills and views has an empty statement, and none', async () => {
  const before = join(folder, 'before');
  const names = ['20261122000000_snippets', '20261129000000_snippets_that_last'];
  for (const name of [...names, 'migration_lock.toml'])
    await cp(join(ownMigrations, name), join(before, name), { recursive: true });
  await migrate(url, before);
  await saveSomething();
  expect(await migrate(url)).toEqual(['20261129120000_statements', '20261129180000_views']);
  expect(await rows('SELECT views FROM "Snippet"')).toMatchObject([{ views: 0 }]);
  expect(await rows('SELECT number, title, statement FROM "Revision"')).toMatchObject([
    { number: 1, title: 'title', statement: '' },
  ]);
});

test('a table that a migration rebuilds keeps the rows that point to it', async () => {
  await migrate(url);
  await saveSomething();
  const later = await migrationsAnd(`
    PRAGMA defer_foreign_keys=ON;
    PRAGMA foreign_keys=OFF;
    CREATE TABLE "new_Snippet" ("id" TEXT NOT NULL PRIMARY KEY, "head" INTEGER NOT NULL, "editTokenHash" TEXT NOT NULL,
      "createdAt" DATETIME NOT NULL, "updatedAt" DATETIME NOT NULL, "views" INTEGER NOT NULL DEFAULT 0);
    INSERT INTO "new_Snippet" SELECT "id", "head", "editTokenHash", "createdAt", "updatedAt", 0 FROM "Snippet";
    DROP TABLE "Snippet";
    ALTER TABLE "new_Snippet" RENAME TO "Snippet";
    PRAGMA foreign_keys=ON;
    PRAGMA defer_foreign_keys=OFF;`);
  await migrate(url, later);
  expect(await rows('SELECT count(*) AS count FROM "Revision"')).toMatchObject([{ count: 1 }]);
});

test('a migration that fails leaves nothing behind, says why, and can be mended', async () => {
  await migrate(url);
  const later = await migrationsAnd('CREATE TABLE "Half" ("id" TEXT); CREATE TABLE "Snippet" ("id" TEXT);');
  await expect(migrate(url, later)).rejects.toThrow(
    /^The database .*bugdrill\.db could not .*Snippet.* exists/,
  );
  expect(await rows(`SELECT name FROM sqlite_master WHERE name = 'Half'`)).toEqual([]);
  await writeFile(join(later, '20990101000000_later', 'migration.sql'), 'CREATE TABLE "Half" ("id" TEXT);');
  expect(await migrate(url, later)).toEqual(['20990101000000_later']);
});

test('a migration that would leave rows pointing to nothing is refused', async () => {
  await migrate(url);
  await saveSomething();
  const later = await migrationsAnd('DELETE FROM "Snippet";');
  await expect(migrate(url, later)).rejects.toThrow('rows of Revision would point to nothing');
  expect(await rows('SELECT count(*) AS count FROM "Snippet"')).toMatchObject([{ count: 1 }]);
});

test('a file that is no database is named in the error', async () => {
  await mkdir(join(folder, 'a folder of 100 %'));
  await writeFile(fileURLToPath(url), 'this is a letter to my aunt, and not a database at all'.repeat(20));
  await expect(migrate(url)).rejects.toThrow(/a folder of 100 %\/bugdrill\.db could not.*not a database/);
});

test('processes that migrate at once take turns', async () => {
  const script = fileURLToPath(new URL('migrate.ts', import.meta.url));
  vi.stubEnv('DATA_DIR', join(folder, 'shared'));
  const run = async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', script]);
    const [out, error, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'exit'),
    ]);
    return { out, error, code };
  };
  const outcomes = await Promise.all([run(), run(), run()]);
  expect(outcomes.map(({ code, error }) => ({ code, error }))).toEqual(
    outcomes.map(() => ({ code: 0, error: '' })),
  );
  expect(outcomes.filter(({ out }) => out.startsWith('Applied'))).toHaveLength(1);
});

test('callers within one process take turns too', async () => {
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
});

/** What would have to be done to the database to make it what the schema says, as SQL. */
async function missing(schema: string): Promise<string | undefined> {
  const engine = await openSchemaEngine(new PrismaLibSql({ url }));
  const files = [{ path: 'schema.prisma', content: schema }];
  try {
    const difference = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: folder },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return difference.stdout?.trim();
  } finally {
    engine.free();
  }
}

test('the migrations make exactly the schema; what is missing is shown as SQL', async () => {
  const schema = await readFile(new URL('schema.prisma', import.meta.url), 'utf8');
  await migrate(url);
  expect(await missing(schema)).toBe('-- This is an empty migration.');
  const later = schema.replace(/contentHash +String/, 'contentHash String\n  views Int?');
  expect(await missing(later)).toContain('ALTER TABLE "Revision" ADD COLUMN "views" INTEGER');
});
