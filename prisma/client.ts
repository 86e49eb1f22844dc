import { databaseUrl } from './database-url.ts';
import { PrismaClient } from './generated/client.ts';
import { SqliteAdapter } from './sqlite-adapter.ts';

/** Another process, as a migration, may hold the write lock for a moment. */
const busyTimeoutMs = 2_000;

const shared = globalThis as { bugdrillDatabase?: PrismaClient };

/** The one client of this process, opened at first use. Bundlers load modules more than once, so the process keeps it. */
export function database(): PrismaClient {
  shared.bugdrillDatabase ??= new PrismaClient({
    adapter: new SqliteAdapter({ url: databaseUrl(), timeout: busyTimeoutMs }),
  });
  return shared.bugdrillDatabase;
}

/** Closes the client; the next use opens another. */
export async function closeDatabase(): Promise<void> {
  const open = shared.bugdrillDatabase;
  delete shared.bugdrillDatabase;
  await open?.$disconnect();
}
