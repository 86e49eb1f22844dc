import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Reading and writing, if nothing else is asked for; only what a process's umask leaves of it. */
const ordinaryMode = 0o666;

/**
 * The text of a file that is made once and kept. Of several processes that make it at the same moment one wins, all get
 * the winner's text, and nobody ever sees half of it.
 */
export async function readOrCreate(path: string, create: () => string, mode = ordinaryMode): Promise<string> {
  return (await readIfThere(path)) ?? (await createOnce(path, create(), mode));
}

/** Undefined when there is no such file; every other fault is thrown. */
export async function readIfThere(path: string): Promise<string | undefined> {
  return await readFile(path, 'utf8').catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  });
}

async function createOnce(path: string, text: string, mode: number): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, text, { mode, flag: 'wx' });
  try {
    // A link never replaces: of several who create at once, one wins.
    await link(draft, path);
    return text;
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    return (await readIfThere(path)) ?? text;
  } finally {
    await rm(draft, { force: true });
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
