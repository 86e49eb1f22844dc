interface Move {
  readonly moved: string;
  readonly target: string;
}

/** The list with one thing in the place of another, each known by its name; first, where the other is none of the list. */
export function withMoved<Thing>(
  list: readonly Thing[],
  nameOf: (thing: Thing) => string,
  { moved, target }: Move,
): readonly Thing[] {
  const from = list.findIndex((thing) => nameOf(thing) === moved);
  const to = list.findIndex((thing) => nameOf(thing) === target);
  const thing = list[from];
  return thing === undefined ? list : list.toSpliced(from, 1).toSpliced(Math.max(to, 0), 0, thing);
}
