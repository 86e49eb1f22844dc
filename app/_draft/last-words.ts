import type { KeptDraft } from './kept-draft.ts';
import { readable } from './kept-draft.ts';

const lastPrefix = 'draft-last:';

/** For the moment in which the page goes away: a database would be too late. Fails where the browser keeps nothing. */
export function keepDraftAtOnce(draft: KeptDraft): void {
  localStorage.setItem(lastPrefix + draft.id, JSON.stringify(draft));
}

export function forgetLast(id: string): void {
  try {
    localStorage.removeItem(lastPrefix + id);
  } catch {
    // What cannot be reached keeps nothing either.
  }
}

export function readLastDraft(id: string): KeptDraft | undefined {
  try {
    return readable(id, JSON.parse(localStorage.getItem(lastPrefix + id) ?? 'null'));
  } catch {
    return undefined;
  }
}

export function lastIds(): string[] {
  try {
    return Object.keys(localStorage).flatMap((key) =>
      key.startsWith(lastPrefix) ? key.slice(lastPrefix.length) : [],
    );
  } catch {
    return [];
  }
}
