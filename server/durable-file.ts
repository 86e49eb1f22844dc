import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** What a small file of ours holds; undefined when it is not there. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * Changes a file in one move, seen whole or not at all, readable by its owner only, by one process at a time: throws when
 * another one is at it. `what` it is says so to people: "The keys".
 */
export function changeFile(path: string, what: string, change: (text: string | undefined) => string): void {
  mkdirSync(dirname(path), { recursive: true });
  using _lock = lockedBy(`${path}.lock`, what);
  const text = change(readIfThere(path));
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeDurably(draft, text);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Another one for every replaced or changed file; empty when there is none. */
export function stampOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.ino} ${stat.mtimeNs} ${stat.size}`;
}

function lockedBy(path: string, what: string): Disposable {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    throw new Error(`${what} are being changed by another command. If they are not, remove ${path}.`);
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

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
