import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readOrCreate } from '#trust/create-once.ts';

/**
 * The random name of the server of this data folder, the same at every start. It marks what the server makes in the
 * engine, so that the next one can tell what a dead one left. Servers that start at once agree on one.
 */
export async function readInstanceId(dataDir: string): Promise<string> {
  const path = join(dataDir, 'instance-id');
  const text = await readOrCreate(path, () => `${randomBytes(8).toString('hex')}\n`);
  const id = text.trim();
  if (/^[0-9a-f]{16}$/.test(id)) return id;
  throw new Error(`${path} should hold 16 hexadecimal digits. Remove it to let the server choose a new one.`);
}
