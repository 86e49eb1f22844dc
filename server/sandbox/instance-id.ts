import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The random name of the server of this data folder, the same at every start. It marks what the server makes in the
 * engine, so that the next one can tell what a dead one left. Servers that start at once agree on one.
 */
export async function readInstanceId(dataDir: string): Promise<string> {
  const path = join(dataDir, 'instance-id');
  return (await readId(path)) ?? (await createId(dataDir, path));
}

async function createId(dataDir: string, path: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const id = randomBytes(8).toString('hex');
  const draft = `${path}.${id}`;
  await writeFile(draft, `${id}\n`);
  try {
    // A link never replaces: of several who create at once, one wins, and nobody sees half a file.
    await link(draft, path);
    return id;
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    return (await readId(path)) ?? id;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readId(path: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  });
  if (text === null) return null;
  const id = text.trim();
  if (/^[0-9a-f]{16}$/.test(id)) return id;
  throw new Error(`${path} should hold 16 hexadecimal digits. Remove it to let the server choose a new one.`);
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
