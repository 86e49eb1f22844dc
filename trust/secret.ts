import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { readIfThere, readOrCreate } from './create-once.ts';

/** What the web server says to the execution server with every call: that it is the one, and for whom it asks. */
export const secretHeader = 'x-bugdrill-secret';
export const clientHeader = 'x-bugdrill-client';

/** Short enough to be guessed is worse than none. */
const leastLength = 32;

export interface SecretSettings {
  readonly DATA_DIR: string;
  /** Where the secret is kept, when that is not the data folder. */
  readonly SECRET_FILE?: string | undefined;
  /** The secret itself, where the two servers share no file. */
  readonly BUGDRILL_SECRET?: string | undefined;
}

/** The execution server's way to the secret: made at the first start, and there for nobody but its owner to read. */
export async function createSecret(settings: SecretSettings): Promise<string> {
  const { BUGDRILL_SECRET } = settings;
  if (BUGDRILL_SECRET !== undefined) return checked(BUGDRILL_SECRET, 'BUGDRILL_SECRET');
  const path = pathOf(settings);
  const text = await readOrCreate(path, () => `${randomBytes(32).toString('hex')}\n`, 0o600);
  return checked(text.trim(), path);
}

/** The web server's way: undefined while the execution server has not made one. */
export async function readSecret(settings: SecretSettings): Promise<string | undefined> {
  const { BUGDRILL_SECRET } = settings;
  if (BUGDRILL_SECRET !== undefined) return checked(BUGDRILL_SECRET, 'BUGDRILL_SECRET');
  const path = pathOf(settings);
  const text = await readIfThere(path);
  return text === undefined ? undefined : checked(text.trim(), path);
}

/** In constant time: how long the answer takes says nothing about how near a guess was. */
export function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(sha256(given), sha256(expected));
}

function pathOf({ SECRET_FILE, DATA_DIR }: SecretSettings): string {
  return SECRET_FILE ?? join(DATA_DIR, 'secret');
}

/** Never tells what it is that does not fit. */
function checked(secret: string, place: string): string {
  if (secret.length >= leastLength && /^[\x21-\x7e]+$/.test(secret)) return secret;
  throw new Error(
    `${place} must hold at least ${leastLength} characters, ASCII without spaces. \`openssl rand -hex 32\` makes such a secret.`,
  );
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
