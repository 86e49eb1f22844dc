import { createHmac } from 'node:crypto';
import { isSame } from './secret.ts';

const lifeMs = 12 * 60 * 60 * 1000;
const pattern = /^bdt\.(\d{13})\.([\w-]{43})$/;

/** What the web server gives to its pages, so that the execution server lets them in: good for 12 hours, bound to nothing. */
export function signTicket(secret: string, now = Date.now()): string {
  const expiry = String(now + lifeMs);
  return `bdt.${expiry}.${signature(secret, expiry)}`;
}

export function isTicket(token: string): boolean {
  return token.startsWith('bdt.');
}

/** Whether the web server signed this ticket, and not too long ago. */
export function isValidTicket(token: string, secret: string, now = Date.now()): boolean {
  const [, expiry, given] = pattern.exec(token) ?? [];
  if (expiry === undefined || given === undefined) return false;
  return isSame(given, signature(secret, expiry)) && Number(expiry) > now;
}

function signature(secret: string, expiry: string): string {
  return createHmac('sha256', secret).update(`ticket ${expiry}`).digest('base64url');
}
