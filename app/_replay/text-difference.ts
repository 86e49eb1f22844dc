import { structuredPatch } from 'diff';
import { OutputLog } from '../_run/output-log.ts';

/** A line of a difference; `gap` stands for equal lines that are not shown. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added' | 'gap';
  readonly text: string;
}

/** `lines` is null where two texts have too little in common to be told line by line. */
export interface TextDifference {
  readonly isSame: boolean;
  readonly isEmpty: boolean;
  readonly lines: readonly DiffLine[] | null;
}

/** Beyond this nobody waits, and nobody reads. */
const patience = { context: 3, timeout: 500, maxEditLength: 2000 };
const mostCharacters = 512 * 1024;
const mostLines = 400;

const kinds: Readonly<Record<string, DiffLine['kind']>> = { ' ': 'same', '-': 'removed', '+': 'added' };

/** What changed from one output to another, as it is read: without colours and what else is not seen. */
export function differInLines(before: string, after: string): TextDifference {
  if (before === after) return { isSame: true, isEmpty: before === '', lines: [] };
  if (before.length + after.length > mostCharacters) return { isSame: false, isEmpty: false, lines: null };
  const texts = [legible(before), legible(after)] as const;
  const patch = structuredPatch('', '', texts[0], texts[1], '', '', patience);
  return { isSame: false, isEmpty: false, lines: patch === undefined ? null : linesOf(patch.hunks) };
}

function linesOf(
  hunks: readonly { readonly oldStart: number; readonly lines: readonly string[] }[],
): DiffLine[] {
  const lines = hunks.flatMap((hunk, index): DiffLine[] => [
    ...(index > 0 || hunk.oldStart > 1 ? [{ kind: 'gap' as const, text: '…' }] : []),
    ...hunk.lines
      .filter((line) => !line.startsWith('\\'))
      .map((line) => ({ kind: kinds[line[0] ?? ' '] ?? 'same', text: line.slice(1) })),
  ]);
  return lines.length > mostLines ? [...lines.slice(0, mostLines), { kind: 'gap', text: '…' }] : lines;
}

function legible(text: string): string {
  const log = new OutputLog((flush) => flush());
  log.append('stdout', text);
  return log.text();
}
