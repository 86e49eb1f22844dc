import { join } from 'node:path';
import { z } from 'zod';
import { changeFile, readIfThere } from '../durable-file.ts';

export const KeyName = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/,
    'A key’s name is 1 to 64 letters, digits and . _ @ -, and begins with a letter or a digit.',
  );

const StoredKey = z.strictObject({
  name: KeyName,
  /** SHA-256 of the key. The key is 256 random bits, so that this tells nobody anything. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  createdAt: z.iso.datetime(),
  /** Its own limit; 0 is none, and unsaid is the server's. */
  runsPerMinute: z.number().int().nonnegative().optional(),
});
export type StoredKey = z.infer<typeof StoredKey>;

const KeyFile = z.strictObject({ keys: z.array(StoredKey) });

export function keyFilePath(dataDir: string): string {
  return join(dataDir, 'keys.json');
}

/** Undefined when no key was ever created: an empty list is a locked door, no file an open one. */
export function readKeyFile(path: string): readonly StoredKey[] | undefined {
  return parse(path, readIfThere(path));
}

/** Changes the keys in one move, seen whole or not at all, by one process at a time. */
export function changeKeyFile(
  path: string,
  change: (keys: readonly StoredKey[]) => readonly StoredKey[],
): void {
  changeFile(path, 'The keys', (text) => {
    return `${JSON.stringify({ keys: change(parse(path, text) ?? []) }, null, 2)}\n`;
  });
}

function parse(path: string, text: string | undefined): readonly StoredKey[] | undefined {
  if (text === undefined) return undefined;
  try {
    return KeyFile.parse(JSON.parse(text)).keys;
  } catch (cause) {
    throw new Error(`${path} is damaged. Restore it, or remove it and create the keys anew.`, { cause });
  }
}
