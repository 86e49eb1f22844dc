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

/** What all of them may take together, in characters. */
const mostCharacters = 16 * 1024 * 1024;
export const keptOutput = 64 * 1024;

/** The newest first; the oldest go when there are too many, or when together they are too large. */
export function withPastRun(runs: readonly PastRun[], added: PastRun, most: number): readonly PastRun[] {
  let left = mostCharacters;
  const others = runs.filter(({ id }) => id !== added.id);
  return [added, ...others].slice(0, most).filter((run, index) => {
    left -= sizeOf(run);
    return left >= 0 || index === 0;
  });
}

function sizeOf({ draft, output }: PastRun): number {
  const files = draft.files.reduce((sum, { content }) => sum + content.length, 0);
  const tests = draft.tests.reduce((sum, { stdin, expected }) => sum + stdin.length + expected.length, 0);
  return draft.code.length + draft.stdin.length + files + tests + output.length;
}

/** A line to know a run by: the first that is neither empty nor a comment. */
export function firstLineOf({ code }: Draft): string {
  const lines = code.split('\n').map((line) => line.trim());
  const telling = lines.find((line) => line !== '' && !/^(#|\/\/|--|;|\/\*|\(\*|%)/.test(line));
  return telling ?? lines.find((line) => line !== '') ?? '';
}
