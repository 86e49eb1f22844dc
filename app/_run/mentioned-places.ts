/** Where a text names a place in one of the run's files. `from` and `to` are where the text does so. */
export interface MentionedPlace {
  readonly from: number;
  readonly to: number;
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column?: number;
}

/** Where the code can be gone to from a text. */
export interface PlaceLinks {
  readonly find: (text: string) => readonly MentionedPlace[];
  readonly open: (place: MentionedPlace) => void;
}

/**
 * Finds places as compilers and runtimes write them, `main.c:4:3`, `main.py", line 4`, `Main.java:4` or `main.d(4,3)`, in texts
 * of which one is searched after another.
 */
export function placeFinder(paths: readonly string[]): (text: string) => MentionedPlace[] {
  const names = paths.toSorted((one, other) => other.length - one.length).map(quote);
  // Nothing that could go on a name may stand before it: `domain.py` does not name `main.py`.
  const pattern = new RegExp(
    `(?<![\\w.-])(${names.join('|')})(?:", line (\\d+)|:(\\d+)(?::(\\d+))?|\\((\\d+)(?:,(\\d+))?\\))`,
    'g',
  );
  return (text) => [...text.matchAll(pattern)].map(placeOf);
}

function placeOf(match: RegExpExecArray): MentionedPlace {
  const [text, path = '', pythonLine, line, column, lineInBrackets, columnInBrackets] = match;
  const place = {
    from: match.index,
    to: match.index + text.length,
    path,
    line: Math.max(1, Number(pythonLine ?? line ?? lineInBrackets)),
  };
  const at = column ?? columnInBrackets;
  return at === undefined ? place : { ...place, column: Math.max(1, Number(at)) };
}

function quote(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
