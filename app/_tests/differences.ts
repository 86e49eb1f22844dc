import { diffChars } from 'diff';
import type { Comparison } from '#protocol/judge.ts';

export interface Part {
  readonly text: string;
  /** True where the other text has not got it. */
  readonly differs?: boolean;
}

/** Two texts, each in parts that the other has and parts that it lacks. */
export interface Difference {
  readonly expected: readonly Part[];
  readonly actual: readonly Part[];
}

/** Finding the fewest changes between texts that have little in common takes long; beyond this nobody waits. */
const patience = { timeout: 200, maxEditLength: 4000 };

/** As it is compared: what a rule does not look at is no difference. */
export function asCompared(kind: Comparison['kind'], text: string): string {
  if (kind === 'exact') return text;
  const lines = text.split('\n').map((line) => line.trimEnd());
  return lines.join('\n').trimEnd();
}

/** Character by character; where that takes too long, everything after the first difference differs. */
export function differ(expected: string, actual: string): Difference {
  const changes = diffChars(expected, actual, patience);
  if (changes === undefined) return fromFirstDifference(expected, actual);
  const sideOf = (leftOut: 'added' | 'removed') =>
    changes
      .filter((change) => !change[leftOut])
      .map(({ value, added, removed }) => ({ text: value, differs: added || removed }));
  return { expected: sideOf('added'), actual: sideOf('removed') };
}

function fromFirstDifference(expected: string, actual: string): Difference {
  let same = 0;
  while (same < expected.length && expected[same] === actual[same]) same++;
  const split = (text: string) => [{ text: text.slice(0, same) }, { text: text.slice(same), differs: true }];
  return { expected: split(expected), actual: split(actual) };
}
