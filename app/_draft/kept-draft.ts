import { type Draft, emptyDraft } from './draft.ts';

/** A draft as this browser keeps it. */
export interface KeptDraft extends Draft {
  readonly id: string;
  /** The id of its language. */
  readonly language: string;
  /** Where the page begins with it: a language’s id, or `snippet-` or `drill-` and the id of a snippet that was opened. */
  readonly place: string;
  /** When it was written, in milliseconds since 1970. Later writes have later times, whatever the clock does. */
  readonly keptAt: number;
}

/**
 * What was kept, by this version of the page or an earlier one, which kept less: one draft for each language under the
 * language's id. Undefined for what has no code, or whose parts are not what they must be.
 */
export function readable(id: string, value: unknown): KeptDraft | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const draft: KeptDraft = { ...emptyDraft(''), id, language: id, place: id, keptAt: 0, ...value };
  const texts = [
    'id',
    'language',
    'place',
    'title',
    'statement',
    'code',
    'entry',
    'stdin',
    'args',
    'env',
  ] as const;
  const isWhole =
    'code' in value &&
    texts.every((name) => typeof draft[name] === 'string') &&
    ['interactive', 'text', 'terminal'].includes(draft.inputMode) &&
    Array.isArray(draft.files) &&
    draft.files.every(isFile) &&
    Array.isArray(draft.tests) &&
    Number.isFinite(draft.keptAt);
  return isWhole ? draft : undefined;
}

function isFile(file: unknown): boolean {
  if (typeof file !== 'object' || file === null) return false;
  return (
    'path' in file && typeof file.path === 'string' && 'content' in file && typeof file.content === 'string'
  );
}
