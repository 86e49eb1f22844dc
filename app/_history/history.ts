import type { Draft } from '../_draft/draft.ts';
import type { EndWords } from '../_run/run-words.ts';

/** A run that was, as this browser keeps it: what was run, how it ended, and the beginning of what it printed. */
export interface PastRun {
  readonly id: string;
  /** When it ended, in milliseconds since 1970. */
  readonly at: number;
  readonly language: string;
  readonly draft: Draft;
  readonly end: EndWords;
  /** `0.12 s · 14 MB` */
  readonly figures: string;
  readonly output: string;
}

/** A run where only its room counts. */
export interface Entry {
  readonly id: string;
  /** In characters. */
  readonly size: number;
}

/** What all of them may take together, in characters. */
const mostCharacters = 16 * 1024 * 1024;
export const keptOutput = 64 * 1024;

/** The newest first, and each once; the oldest go when there are too many, or when together they are too large. */
export function fitting<Kept extends Entry>(entries: readonly Kept[], most: number): readonly Kept[] {
  let left = mostCharacters;
  const once = entries.filter(({ id }, index) => entries.findIndex((other) => other.id === id) === index);
  return once.slice(0, most).filter(({ size }, index) => {
    left -= size;
    return left >= 0 || index === 0;
  });
}

/** The same for runs that are at hand. */
export function withPastRun(runs: readonly PastRun[], added: PastRun, most: number): readonly PastRun[] {
  const entries = [added, ...runs].map((run) => ({ ...entryOf(run), run }));
  return fitting(entries, most).map(({ run }) => run);
}

export function entryOf({ id, draft, output }: PastRun): Entry {
  const files = draft.files.reduce((sum, { content }) => sum + content.length, 0);
  const tests = draft.tests.reduce((sum, { stdin, expected }) => sum + stdin.length + expected.length, 0);
  return { id, size: draft.code.length + draft.stdin.length + files + tests + output.length };
}
