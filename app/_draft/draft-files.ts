import type { Draft, DraftFile } from './draft.ts';
import { withMoved } from './with-moved.ts';

/** The files of a draft as tabs show them: the main one first. */
export function pathsOf(draft: Draft, source: string): readonly string[] {
  return [mainPath(draft, source), ...draft.files.map(({ path }) => path)];
}

/** `source` is where the language's main file usually stands. */
export function mainPath({ entry }: Pick<Draft, 'entry'>, source: string): string {
  return entry === '' ? source : entry;
}

/** The file at the path; the main one where there is none such. */
export function fileAt(draft: Draft, source: string, path: string): DraftFile {
  const found = draft.files.find((file) => file.path === path);
  return found ?? { path: mainPath(draft, source), content: draft.code, encoding: 'utf8' };
}

/** What changes in the draft when the file at the path holds this text. */
export function withContent(draft: Draft, path: string, content: string): Partial<Draft> {
  if (!draft.files.some((file) => file.path === path)) return { code: content };
  return { files: draft.files.map((file) => (file.path === path ? { ...file, content } : file)) };
}

/** A new file at the end, or another in the place of one of its path. */
export function withFile(draft: Draft, added: DraftFile): Partial<Draft> {
  if (!draft.files.some(({ path }) => path === added.path)) return { files: [...draft.files, added] };
  return { files: draft.files.map((file) => (file.path === added.path ? added : file)) };
}

export function withoutFile(draft: Draft, path: string): Partial<Draft> {
  return { files: draft.files.filter((file) => file.path !== path) };
}

/** Puts a file back where it was, as far as the others are still there. */
export function withFileBack(draft: Draft, file: DraftFile, index: number): Partial<Draft> {
  return { files: draft.files.toSpliced(index, 0, file) };
}

interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** The main file keeps being the main one; under the language's usual name it needs no entry. */
export function withName(draft: Draft, source: string, { from, to }: Renaming): Partial<Draft> {
  if (from === mainPath(draft, source)) return { entry: to === source ? '' : to };
  return { files: draft.files.map((file) => (file.path === from ? { ...file, path: to } : file)) };
}

/** Moves a file to the place of another; the main file stays first. */
export function withOrder({ files }: Draft, moved: string, target: string): Partial<Draft> {
  return { files: withMoved(files, ({ path }) => path, { moved, target }) };
}
