import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Without the look-alikes 0 O 1 l I, so that an id can be read aloud and typed. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const idLength = 10;

export function randomId(): string {
  return Array.from({ length: idLength }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** Whoever holds it may change the snippet. 256 random bits, so a plain hash of it tells nobody anything. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** In constant time: how long the answer takes says nothing about how near a guess was. */
export function matchesHash(token: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(token), 'hex'), Buffer.from(hash, 'hex'));
}
