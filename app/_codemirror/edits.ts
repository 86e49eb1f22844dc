import { isolateHistory } from '@codemirror/commands';
import type { ChangeSpec, EditorState, TransactionSpec } from '@codemirror/state';
import { offsetOf } from './marks.ts';

/** How the lines of a text end. Where they end in both ways a lone carriage return stays a character of its line. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const isWindows = text.includes('\r\n') && !/(?<!\r)\n/.test(text);
  return isWindows ? '\r\n' : '\n';
}

/** Puts a whole text in the place of the state's, as one step to undo; the cursor stays at its line and column. */
export function replaceText(state: EditorState, text: string): TransactionSpec {
  const { head } = state.selection.main;
  const { number, from } = state.doc.lineAt(head);
  const changes = changeTo(state, text);
  const after = state.changes(changes).apply(state.doc);
  return {
    changes,
    selection: { anchor: offsetOf(after, number, head - from + 1) },
    annotations: isolateHistory.of('full'),
    userEvent: 'input.replace',
  };
}

/** Only what differs: marks outside it stay where they are. */
export function changeTo(state: EditorState, text: string): ChangeSpec {
  const wanted = state.toText(text);
  const [before, after] = [state.doc.toString(), wanted.toString()];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { from: start, to: before.length - end, insert: wanted.slice(start, after.length - end) };
}
