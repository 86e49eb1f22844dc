import type { EditorOptions } from '../_code/editor-options.ts';

export interface Indentation {
  /** What one step of it is. */
  readonly unit: string;
  /** How wide a tab is. */
  readonly columns: number;
}

const usualColumns = 4;
const readLines = 500;

/** What is chosen, else what the text does: its first indented line has one step of it. */
export function indentationOf(text: string, chosen: EditorOptions['tabSize']): Indentation {
  const first = text
    .split('\n', readLines)
    .map((line) => /^(\t| +)\S/.exec(line)?.[1])
    .find((start) => start === '\t' || (start !== undefined && start.length > 1));
  if (first === '\t') return { unit: '\t', columns: chosen === 'auto' ? usualColumns : chosen };
  const found = first === undefined || first.length > 8 ? usualColumns : first.length;
  const columns = chosen === 'auto' ? found : chosen;
  return { unit: ' '.repeat(columns), columns: chosen === 'auto' ? usualColumns : chosen };
}
