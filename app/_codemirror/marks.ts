import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import type { EditorState, Text, TransactionSpec } from '@codemirror/state';
import type { Mark } from '../_code/editor-port.ts';

const severities = { error: 'error', warning: 'warning', note: 'info' } as const;

/** Shows these marks in the place of those before; a line that is not there any more is the last. */
export function markText(state: EditorState, marks: readonly Mark[]): TransactionSpec {
  return setDiagnostics(
    state,
    marks.map((mark) => diagnosticOf(mark, state)),
  );
}

/** With a column the word there is underlined, without one the whole line. */
function diagnosticOf({ line, column, severity, message }: Mark, state: EditorState): Diagnostic {
  const { from, to, text } = lineAt(state.doc, line);
  const start = column === undefined ? from + text.search(/\S|$/) : offsetOf(state.doc, line, column);
  const word = column === undefined ? null : state.wordAt(start);
  const end = word?.to ?? to;
  // What has no width would be a mere dot: at a line's end the character before it is marked too.
  const first = start === end && start > from ? start - 1 : start;
  return { from: first, to: end, severity: severities[severity], message };
}

/** The line of this number, or the nearest there is. */
export function lineAt(doc: Text, line: number) {
  return doc.line(Math.min(Math.max(line, 1), doc.lines));
}

/** Where a line and column are, both counted from 1; what lies outside the text is brought to its nearest place. */
export function offsetOf(doc: Text, line: number, column: number): number {
  const { from, to } = lineAt(doc, line);
  return Math.min(from + Math.max(column, 1) - 1, to);
}
