import { history, undo, undoDepth } from '@codemirror/commands';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { changeTo, lineEndOf, replaceText } from './edits.ts';

function stateOf(text: string, cursor = 0): EditorState {
  const ends = EditorState.lineSeparator.of(lineEndOf(text));
  return EditorState.create({ doc: text, selection: { anchor: cursor }, extensions: [history(), ends] });
}

const applied = (state: EditorState, change: TransactionSpec) => state.update(change).state;

describe('putting a text in the place of another', () => {
  it('is one step to undo, even right after something was typed', () => {
    let state = stateOf('let x=1');
    state = applied(state, { changes: { from: 7, insert: ';' }, userEvent: 'input.type' });
    state = applied(state, replaceText(state, 'let x = 1;\n'));
    expect(state.sliceDoc()).toBe('let x = 1;\n');
    expect(undoDepth(state)).toBe(2);
    undo({ state, dispatch: (transaction) => (state = transaction.state) });
    expect(state.sliceDoc()).toBe('let x=1;');
  });

  it('leaves the cursor at its line and column, or at the nearest there is', () => {
    const state = stateOf('one\ntwo\nthree', 6);
    expect(applied(state, replaceText(state, 'ONE more\ntwo two\nthree')).selection.main.head).toBe(11);
    expect(applied(state, replaceText(state, 'o')).selection.main.head).toBe(1);
    expect(applied(state, replaceText(state, '')).selection.main.head).toBe(0);
  });

  it.each([
    ['abc', 'abc'],
    ['aa', 'aaa'],
    ['aaa', 'aa'],
    ['', 'x\ny'],
    ['x\ny', ''],
    ['a😀b', 'a😁b'],
    ['line\r\nline', 'line\r\nother\r\nline'],
  ])('makes of %j %j', (before, wanted) => {
    const state = stateOf(before);
    expect(applied(state, { changes: changeTo(state, wanted) }).sliceDoc()).toBe(wanted);
  });
});

describe('the ends of lines', () => {
  it('stay as the file has them', () => {
    expect(stateOf('a\r\nb\r\n').sliceDoc()).toBe('a\r\nb\r\n');
    expect(stateOf('a\nb\n').sliceDoc()).toBe('a\nb\n');
  });

  it('stay as they are where a file has both', () => {
    expect(stateOf('a\r\nb\nc\rd').sliceDoc()).toBe('a\r\nb\nc\rd');
  });
});
