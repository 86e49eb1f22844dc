import type { RunInput } from '../_run/socket.ts';

/** A command line that has the execution server run this very program, with its files, input, arguments and environment. */
export function curlOf(executionUrl: string, { interactive: _, terminal: __, ...request }: RunInput): string {
  const body = JSON.stringify(withoutEmpty(request));
  return `curl -s ${executionUrl}/execute -H 'Content-Type: application/json' -d ${quoted(body)}`;
}

/** Code with what it is called. */
export interface TitledCode {
  readonly title: string;
  readonly grammar: string;
  readonly files: readonly { readonly path: string; readonly content: string }[];
}

/** The files as Markdown, each in a fence that none of its lines can close. */
export function markdownOf({ title, grammar, files }: TitledCode): string {
  const head = title === '' ? [] : [`### ${title}`];
  const blocks = files.flatMap(({ path, content }, index) => {
    const fence = '`'.repeat(Math.max(3, 1 + longestTicks(content)));
    const name = files.length > 1 ? [`\`${path}\``] : [];
    return [...name, `${fence}${index === 0 ? grammar : ''}\n${content.replace(/\n$/, '')}\n${fence}`];
  });
  return `${[...head, ...blocks].join('\n\n')}\n`;
}

/** For a POSIX shell: nothing in it is looked at. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function longestTicks(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
}

function withoutEmpty(request: object): object {
  const isEmpty = (value: unknown) =>
    value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(request).filter(([, value]) => !isEmpty(value)));
}
