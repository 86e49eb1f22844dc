import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

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
  const text = readIfThere(path);
  if (text === undefined) return undefined;
  try {
    return KeyFile.parse(JSON.parse(text)).keys;
  } catch (cause) {
    throw new Error(`${path} is damaged. Restore it, or remove it and create the keys anew.`, { cause });
  }
}

/** Changes the keys in one move, seen whole or not at all, by one process at a time. */
export function changeKeyFile(
  path: string,
  change: (keys: readonly StoredKey[]) => readonly StoredKey[],
): void {
  mkdirSync(dirname(path), { recursive: true });
  using _lock = lockedBy(`${path}.lock`);
  const keys = change(readKeyFile(path) ?? []);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeDurably(draft, `${JSON.stringify({ keys }, null, 2)}\n`);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

function lockedBy(path: string): Disposable {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    throw new Error(`The keys are being changed by another command. If they are not, remove ${path}.`);
  }
  return { [Symbol.dispose]: () => rmSync(path, { force: true }) };
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
