import {
  acceptCompletion,
  completionStatus,
  insertBracket,
  moveCompletionSelection,
} from '@codemirror/autocomplete';
import {
  cursorCharLeft,
  cursorCharRight,
  cursorLineDown,
  cursorLineUp,
  indentMore,
  insertTab,
  isolateHistory,
  redo,
  undo,
} from '@codemirror/commands';
import { indentUnit } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import type { Direction, EditorPort, Mark } from '../_code/editor-port.ts';
import type { CodeMirror } from './code-mirror.ts';
import { replaceText } from './edits.ts';
import { lineAt, offsetOf } from './marks.ts';
import { marksIn } from './tap-for-marks.ts';

const arrows = {
  left: cursorCharLeft,
  right: cursorCharRight,
  up: cursorLineUp,
  down: cursorLineDown,
} as const;

/** CodeMirror behind the page's editor port. */
export class CodeMirrorPort implements EditorPort {
  constructor(private readonly editor: CodeMirror) {}

  private get view(): EditorView {
    return this.editor.view;
  }

  focus(): void {
    this.view.focus();
  }

  reveal(line: number, column = 1): void {
    const { state } = this.view;
    const anchor = offsetOf(state.doc, line, column);
    const { from, to } = lineAt(state.doc, line);
    const words = marksIn(state, [from, to]).map(({ message }) => message);
    this.view.dispatch({
      selection: { anchor },
      effects: [
        EditorView.scrollIntoView(anchor, { y: 'center' }),
        EditorView.announce.of([`Line ${line}`, ...words].join('. ')),
      ],
    });
    this.view.focus();
  }

  replace(text: string): void {
    this.view.dispatch(replaceText(this.view.state, text));
  }

  mark(marks: readonly Mark[]): void {
    this.editor.mark(marks);
  }

  forget(path: string): void {
    this.editor.forget(path);
  }

  insert(text: string): void {
    const { state } = this.view;
    const paired = text.length === 1 && this.editor.isPairing ? insertBracket(state, text) : null;
    const typed = paired ?? {
      ...state.replaceSelection(state.toText(text.replaceAll(/\r\n?|\n/g, state.lineBreak))),
      userEvent: text.length === 1 ? 'input.type' : 'input.paste',
    };
    this.view.dispatch(typed);
    this.view.dispatch({ effects: EditorView.scrollIntoView(this.view.state.selection.main.head) });
  }

  indent(): void {
    const { state } = this.view;
    if (acceptCompletion(this.view)) return;
    if (!state.selection.main.empty) indentMore(this.view);
    else if (state.facet(indentUnit) === '\t') insertTab(this.view);
    else {
      // A step of its own to take back, however soon it comes after what was typed.
      const annotations = isolateHistory.of('full');
      this.view.dispatch({
        ...state.replaceSelection(state.facet(indentUnit)),
        annotations,
        scrollIntoView: true,
      });
    }
  }

  move(direction: Direction): void {
    const isVertical = direction === 'up' || direction === 'down';
    if (isVertical && completionStatus(this.view.state) === 'active')
      moveCompletionSelection(direction === 'down')(this.view);
    else arrows[direction](this.view);
  }

  undo(): void {
    undo(this.view);
  }

  redo(): void {
    redo(this.view);
  }
}
