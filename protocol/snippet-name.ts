// Without the schema library, as pages use it too.

/** A snippet as its link names it: by its id, or by that and the number of a revision, as `Ab3dEfGh9k@3`. */
export interface SnippetName {
  readonly id: string;
  readonly revision?: number;
}

const pattern = /^([0-9A-Za-z]{10})(?:@([1-9]\d{0,5}))?$/;

/** Undefined when this names nothing that could be there. */
export function parseSnippetName(text: string): SnippetName | undefined {
  const [, id, revision] = pattern.exec(plain(text)) ?? [];
  if (id === undefined) return undefined;
  return revision === undefined ? { id } : { id, revision: Number(revision) };
}

/** A page gets the name as the browser wrote it: with `%40` for `@`, or without. */
function plain(text: string): string {
  return text.replace(/%40/i, '@');
}
