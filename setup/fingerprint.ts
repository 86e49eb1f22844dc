import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One hash over files and whole folders: it changes when a name or a byte does. What is not there counts as empty. */
export async function fingerprint(root: string, places: readonly string[]): Promise<string> {
  const files = await Promise.all(places.map((place) => filesOf(root, place)));
  const hash = createHash('sha256');
  for (const path of files.flat().sort()) {
    hash.update(`${path}\0`).update(
      createHash('sha256')
        .update(await readFile(join(root, path)))
        .digest(),
    );
  }
  return hash.digest('hex');
}

async function filesOf(root: string, place: string): Promise<string[]> {
  try {
    const entries = await readdir(join(root, place), { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOTDIR') return [place];
    if (code === 'ENOENT') return [];
    throw error;
  }
}
