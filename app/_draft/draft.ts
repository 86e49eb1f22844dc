import type { Snippet, SnippetDraft } from '#protocol/snippet.ts';
import { type DraftTest, testsOfSnippet } from './draft-tests.ts';

/** A file beside the main one. `base64` holds bytes that are no text: kept and sent, not edited. */
export interface DraftFile {
  readonly path: string;
  readonly content: string;
  readonly encoding: 'utf8' | 'base64';
}

/** What a person has written for one language, as it is kept in this browser. */
export interface Draft {
  readonly title: string;
  /** What it asks of others as a drill, in Markdown. */
  readonly statement: string;
  /** The main file's text. */
  readonly code: string;
  /** The main file's path where it is not the language's usual one; else empty. */
  readonly entry: string;
  readonly files: readonly DraftFile[];
  readonly stdin: string;
  /** Whether `stdin` is sent up front, or the person types while the program runs: lines, or keys into a terminal. */
  readonly inputMode: 'interactive' | 'text' | 'terminal';
  /** One argument a line. */
  readonly args: string;
  /** `NAME=value`, one a line. */
  readonly env: string;
  readonly tests: readonly DraftTest[];
}

export function emptyDraft(template: string): Draft {
  const nothing = { title: '', statement: '', entry: '', files: [], stdin: '', args: '', env: '', tests: [] };
  return { ...nothing, code: template, inputMode: 'interactive' };
}

type ReadableSnippet = Omit<SnippetDraft, 'tests'> & Pick<Snippet, 'tests'>;

/** A saved snippet as a draft to go on with. */
export function draftOfSnippet(snippet: ReadableSnippet): Draft {
  const { title, statement, code, entry = '', files, stdin, args, env } = snippet;
  const lines = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const inputMode = stdin === '' ? 'interactive' : 'text';
  const texts = { args: args.join('\n'), env: lines.join('\n') };
  const tests = testsOfSnippet(snippet.tests);
  return { title, statement, code, entry, files, stdin, inputMode, ...texts, tests };
}

/** What a draft is called where there are several. */
export function nameOf(draft: Pick<Draft, 'title' | 'code'>): string {
  return draft.title || firstLineOf(draft) || 'Untitled snippet';
}

/** A line to know a draft by: the first that is neither empty nor a comment. */
export function firstLineOf({ code }: Pick<Draft, 'code'>): string {
  const lines = code.split('\n').map((line) => line.trim());
  const telling = lines.find((line) => line !== '' && !/^(#|\/\/|--|;|\/\*|\(\*|%)/.test(line));
  return telling ?? lines.find((line) => line !== '') ?? '';
}

export function isSameDraft(one: Draft, other: Draft): boolean {
  const names = ['title', 'statement', 'code', 'entry', 'stdin', 'inputMode', 'args', 'env'] as const;
  return (
    names.every((name) => one[name] === other[name]) &&
    isSameProgram(one, other) &&
    JSON.stringify(one.tests) === JSON.stringify(other.tests)
  );
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
