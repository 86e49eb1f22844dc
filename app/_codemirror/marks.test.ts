import { forEachDiagnostic, lintGutter } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../_code/editor-port.ts';
import { markText, offsetOf } from './marks.ts';
import { marksIn } from './tap-for-marks.ts';

const text = 'first\n  second line\n';

function marked(...marks: Partial<Mark>[]): EditorState {
  const state = EditorState.create({ doc: text, extensions: lintGutter() });
  const whole = marks.map((mark) => ({
    ...{ path: 'a', line: 1, severity: 'error' as const, message: 'wrong' },
    ...mark,
  }));
  return state.update(markText(state, whole)).state;
}

function underlined(state: EditorState): string[] {
  const found: string[] = [];
  forEachDiagnostic(state, (_, from, to) => found.push(state.sliceDoc(from, to)));
  return found;
}

describe('what a run says of a place', () => {
  it('underlines the word at its column', () => {
    expect(underlined(marked({ line: 2, column: 10 }))).toEqual(['line']);
  });

  it('underlines the whole line without a column, but for its indentation', () => {
    expect(underlined(marked({ line: 2 }))).toEqual(['second line']);
  });

  it('is brought to the nearest place when the file has become shorter', () => {
    expect(underlined(marked({ line: 99, column: 99 }))).toEqual(['']);
    expect(underlined(marked({ line: 1, column: 99 }))).toEqual(['t']);
    expect(underlined(marked({ line: 0, column: 0 }))).toEqual(['first']);
  });

  it('takes the place of what was said before', () => {
    const state = marked({ line: 1 });
    expect(underlined(state.update(markText(state, [])).state)).toEqual([]);
  });

  it('is found by any place in it', () => {
    const state = marked({ line: 2, message: 'one' }, { line: 2, column: 3, message: 'two' });
    const messages = ([from, to]: [number, number]) =>
      marksIn(state, [from, to]).map(({ message }) => message);
    expect(messages([0, 3])).toEqual([]);
    expect(messages([9, 9])).toEqual(['two', 'one']);
  });
});

describe('lines and columns', () => {
  it.each([
    [1, 1, 0],
    [2, 3, 8],
    [2, 999, 19],
    [-5, -5, 0],
    [999, 1, 20],
  ])('line %i, column %i is the offset %i', (line, column, offset) => {
    expect(offsetOf(EditorState.create({ doc: text }).doc, line, column)).toBe(offset);
  });
});
