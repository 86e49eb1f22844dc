import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { migrate } from '#prisma/migrate.ts';
import { mustRun } from './command.ts';
import { fingerprint } from './fingerprint.ts';

const stamp = 'prisma/generated/built-from';

/** The database's client, unless it stands already. */
export async function generateClient(stop: AbortSignal): Promise<string> {
  const hash = await fingerprint(process.cwd(), [
    'prisma/schema.prisma',
    'prisma.config.ts',
    'package-lock.json',
  ]);
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash) return 'nothing changed';
  await mustRun([process.execPath, 'prisma/generate.mjs'], { signal: stop });
  await writeFile(stamp, hash);
  return 'generated';
}

/** Brings the database of the data folder up to date. */
export async function migrateDatabase(): Promise<string> {
  const applied = await migrate();
  return applied.length === 0
    ? 'up to date'
    : `${applied.length} migration${applied.length === 1 ? '' : 's'} applied`;
}
