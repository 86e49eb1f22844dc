import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { closeDatabase } from './client.ts';
import { migrate } from './migrate.ts';

/** For tests: a real, empty database in a folder of its own, which `DATA_DIR` names until it is disposed. */
export async function temporaryDatabase(): Promise<AsyncDisposable & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'bugdrill-database-'));
  vi.stubEnv('DATA_DIR', folder);
  await migrate();
  const dispose = async () => {
    await closeDatabase();
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  };
  return { folder, [Symbol.asyncDispose]: dispose };
}
