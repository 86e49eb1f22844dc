import { createHash, timingSafeEqual } from 'node:crypto';

/** Takes as long for a token that is nearly right as for one that is all wrong. */
export function isSame(token: string, offered: string): boolean {
  return timingSafeEqual(digest(token), digest(offered));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
