import { diffLines } from 'diff';

export interface ChangedLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Unchanged lines around a change that are shown with it. */
const around = 3;
const patience = { timeout: 500, maxEditLength: 20_000 };

/** What changed from one text to another, with a few lines around each change. Undefined where that would take too long. */
export function changedLines(from: string, to: string): readonly ChangedLine[] | undefined {
  const changes = diffLines(withEnd(from), withEnd(to), patience);
  if (changes === undefined) return undefined;
  const lines = changes.flatMap(({ value, added, removed }) => {
    const changed = added ? 'added' : 'removed';
    const kind = added || removed ? changed : 'same';
    const texts = value.replace(/\n$/, '').split('\n');
    return texts.map((text): ChangedLine => ({ kind, text }));
  });
  return lines.filter((_, index) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== 'same'),
  );
}

/** A last line without an end is the same line as one with. */
function withEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
