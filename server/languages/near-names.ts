/** How far a name is from its own beginning: more than one slip, less than two. */
const beginning = 1.5;

/** The names most like a wrong one, nearest first: those it begins or that begin it, and those a slip or two away. */
export function nearNames(wrong: string, names: readonly string[]): string[] {
  const asked = wrong.toLowerCase();
  const allowed = asked === '' ? 0 : Math.max(beginning, Math.floor(asked.length / 3));
  return names
    .map((name) => ({ name, distance: distanceOf(asked, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= allowed)
    .toSorted((a, b) => a.distance - b.distance || a.name.localeCompare(b.name))
    .map(({ name }) => name);
}

function distanceOf(asked: string, name: string): number {
  const isPrefix = asked.length > 1 && name.length > 1 && (name.startsWith(asked) || asked.startsWith(name));
  return Math.min(slipsBetween(asked, name), isPrefix ? beginning : Number.POSITIVE_INFINITY);
}

/** Letters to insert, remove, replace or swap with their neighbour until one is the other (optimal string alignment). */
function slipsBetween(from: string, to: string): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const replaced = at(last, column - 1) + (isSame ? 0 : 1);
      const swapped = isSwap ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY;
      line.push(Math.min(at(last, column) + 1, at(line, column - 1) + 1, replaced, swapped));
    }
    before = last;
    last = line;
  }
  return at(last, to.length);
}

function at(line: readonly number[], column: number): number {
  return line[column] ?? Number.POSITIVE_INFINITY;
}
