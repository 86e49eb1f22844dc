import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the database is: `bugdrill.db` in the data folder. The only reader of that setting on this side. */
export function databaseUrl(): string {
  const { DATA_DIR } = process.env;
  return pathToFileURL(resolve(DATA_DIR || '.data', 'bugdrill.db')).href;
}
