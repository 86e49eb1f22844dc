import type { Snippet } from '#protocol/snippet.ts';

/** One file as it was and as it is; what was not there is empty. */
export interface Pair {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** What differs between two revisions, the main file first; input and arguments under the names that they are shown by. */
export function pairsOf(older: Snippet, newer: Snippet, source: string): readonly Pair[] {
  const [before, after] = [textsOf(older, source), textsOf(newer, source)];
  const paths = [...new Set([...after.keys(), ...before.keys()])];
  return paths
    .map((path) => ({ path, from: before.get(path) ?? '', to: after.get(path) ?? '' }))
    .filter(({ from, to }) => from !== to);
}

function textsOf({ code, entry, files, stdin, args }: Snippet, source: string): ReadonlyMap<string, string> {
  return new Map([
    [entry ?? source, code],
    ...files.map(({ path, content, encoding }) => {
      const name = encoding === 'base64' ? `${path}, in base64` : path;
      return [name, content] as const;
    }),
    ['Input', stdin],
    ['Arguments, one a line', args.join('\n')],
  ]);
}
