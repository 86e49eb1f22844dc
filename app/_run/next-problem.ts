import type { Diagnostic } from '#protocol/run-event.ts';

/** Lines and columns count from 1. */
export interface Spot {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The problem after the cursor, or before it: through the files in their order, and from the last on to the first. Problems
 * of files that are not there are passed over.
 */
export function nextProblem(
  diagnostics: readonly Diagnostic[],
  { paths, cursor, isBackwards }: { paths: readonly string[]; cursor: Spot; isBackwards: boolean },
): Spot | undefined {
  const order = (one: Spot, other: Spot) =>
    paths.indexOf(one.path) - paths.indexOf(other.path) || one.line - other.line || one.column - other.column;
  const spots = diagnostics
    .filter(({ file }) => paths.includes(file))
    .map(({ file: path, line, column = 1 }) => ({ path, line, column }))
    .sort(order);
  if (isBackwards) return spots.findLast((spot) => order(spot, cursor) < 0) ?? spots.at(-1);
  return spots.find((spot) => order(spot, cursor) > 0) ?? spots[0];
}
