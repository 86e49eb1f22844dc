import type { SnippetDraft } from '#protocol/snippet.ts';

/** What a person has written for one language, as it is kept in this browser. */
export interface Draft {
  readonly title: string;
  readonly code: string;
  readonly stdin: string;
  /** Whether `stdin` is sent up front, or the person types while the program runs. */
  readonly inputMode: 'interactive' | 'text';
  /** One argument a line. */
  readonly args: string;
  /** `NAME=value`, one a line. */
  readonly env: string;
}

export function emptyDraft(template: string): Draft {
  return { title: '', code: template, stdin: '', inputMode: 'interactive', args: '', env: '' };
}

/** A saved snippet as a draft to go on with. */
export function draftOfSnippet(snippet: Omit<SnippetDraft, 'tests'>): Draft {
  const { title, code, stdin, args, env } = snippet;
  const lines = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const inputMode = stdin === '' ? 'interactive' : 'text';
  return { title, code, stdin, inputMode, args: args.join('\n'), env: lines.join('\n') };
}

export function isSameDraft(one: Draft, other: Draft): boolean {
  return (
    one.title === other.title &&
    one.code === other.code &&
    one.stdin === other.stdin &&
    one.inputMode === other.inputMode &&
    one.args === other.args &&
    one.env === other.env
  );
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
