import type { SnippetDraft } from '#protocol/snippet.ts';

/** A file beside the main one. `base64` holds bytes that are no text: kept and sent, not edited. */
export interface DraftFile {
  readonly path: string;
  readonly content: string;
  readonly encoding: 'utf8' | 'base64';
}

/** What a person has written for one language, as it is kept in this browser. */
export interface Draft {
  readonly title: string;
  /** The main file's text. */
  readonly code: string;
  /** The main file's path where it is not the language's usual one; else empty. */
  readonly entry: string;
  readonly files: readonly DraftFile[];
  readonly stdin: string;
  /** Whether `stdin` is sent up front, or the person types while the program runs. */
  readonly inputMode: 'interactive' | 'text';
  /** One argument a line. */
  readonly args: string;
  /** `NAME=value`, one a line. */
  readonly env: string;
}

export function emptyDraft(template: string): Draft {
  const nothing = { title: '', entry: '', files: [], stdin: '', args: '', env: '' };
  return { ...nothing, code: template, inputMode: 'interactive' };
}

/** A saved snippet as a draft to go on with. */
export function draftOfSnippet(snippet: Omit<SnippetDraft, 'tests'>): Draft {
  const { title, code, entry = '', files, stdin, args, env } = snippet;
  const lines = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const inputMode = stdin === '' ? 'interactive' : 'text';
  return { title, code, entry, files, stdin, inputMode, args: args.join('\n'), env: lines.join('\n') };
}

export function isSameDraft(one: Draft, other: Draft): boolean {
  const names = ['title', 'code', 'entry', 'stdin', 'inputMode', 'args', 'env'] as const;
  return names.every((name) => one[name] === other[name]) && isSameProgram(one, other);
}

type DraftProgram = Pick<Draft, 'code' | 'entry' | 'files'>;

/** Whether the same files would run. */
export function isSameProgram(one: DraftProgram, other: DraftProgram): boolean {
  if (one === other) return true;
  return (
    one.code === other.code &&
    one.entry === other.entry &&
    one.files.length === other.files.length &&
    one.files.every((file, index) => isSameFile(file, other.files[index]))
  );
}

function isSameFile(one: DraftFile, other: DraftFile | undefined): boolean {
  return one.path === other?.path && one.content === other.content && one.encoding === other.encoding;
}

/** The arguments that a text holds: one a line, empty lines left out. */
export function parseArgs(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

export type ParsedEnv = { readonly env: Record<string, string>; readonly wrongLines: readonly string[] };

/** The variables that a text holds, and the lines that are not `NAME=value`. */
export function parseEnv(text: string): ParsedEnv {
  const env: Record<string, string> = {};
  const wrongLines: string[] = [];
  for (const line of text.split('\n').filter((line) => line.trim() !== '')) {
    const match = /^\s*([A-Za-z_][A-Za-z0-9_]{0,63})=(.*)$/.exec(line);
    if (match?.[1] === undefined) wrongLines.push(line);
    else env[match[1]] = match[2] ?? '';
  }
  return { env, wrongLines };
}
