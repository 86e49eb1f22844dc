import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const lifeMs = 12 * 60 * 60 * 1000;
const pattern = /^(\d{13})\.([\w-]{43})$/;

/** Bundlers load modules more than once, so the process keeps it. A restart ends what was signed before. */
const shared = globalThis as { bugdrillEmbedKey?: Buffer };

/**
 * What an embed shows to have its revision run: it was handed the page, which no page of another host can read. So the
 * door may be open to frames without an origin, and is not to every site that a visitor happens to be on.
 */
export function signPass(name: string, now = Date.now()): string {
  const expiry = String(now + lifeMs);
  return `${expiry}.${signature(name, expiry)}`;
}

export function isValidPass(pass: string, name: string, now = Date.now()): boolean {
  const [, expiry, given] = pattern.exec(pass) ?? [];
  if (expiry === undefined || given === undefined || Number(expiry) <= now) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(signature(name, expiry)));
}

function signature(name: string, expiry: string): string {
  shared.bugdrillEmbedKey ??= randomBytes(32);
  return createHmac('sha256', shared.bugdrillEmbedKey).update(`${name} ${expiry}`).digest('base64url');
}
