import { formatSeconds } from '#protocol/outcome-words.ts';

/** `12 ms`, and seconds from one on. */
export function formatTestTime(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : formatSeconds(ms);
}
