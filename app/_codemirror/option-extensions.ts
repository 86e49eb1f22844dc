import { autocompletion, closeBrackets, completeAnyWord } from '@codemirror/autocomplete';
import { indentUnit } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { EditorOptions } from '../_code/editor-options.ts';
import { usualOptions } from '../_code/editor-options.ts';
import { indentationOf } from './indentation.ts';
import { lineNumbersOf } from './line-numbers.ts';

/** How a person likes to write, for one text: its own indentation counts where none is chosen. */
export function optionExtensions(options: EditorOptions, text: string): readonly Extension[] {
  const { unit, columns } = indentationOf(text, options.tabSize);
  return [
    lineNumbersOf(options.lineNumbers),
    indentUnit.of(unit),
    EditorState.tabSize.of(columns),
    options.wrap ? EditorView.lineWrapping : [],
    options.autoClose ? closeBrackets() : [],
    options.suggestions ? [autocompletion(), wordsOfTheText] : [],
    fontOf(options),
  ];
}

/** For languages that offer nothing of their own: words that are there already. */
const wordsOfTheText = EditorState.languageData.of(() => [{ autocomplete: completeAnyWord }]);

/** The page's own size is a variable, as the server drew with it: bigger for fingers. */
function fontOf({ font, fontSize, ligatures }: EditorOptions): Extension {
  const isUsual = fontSize === usualOptions.fontSize;
  return EditorView.theme({
    '.cm-scroller': {
      fontFamily: font === '' ? 'var(--font-code)' : `${JSON.stringify(font)}, var(--font-code)`,
      fontSize: isUsual ? 'var(--code-size)' : `max(${fontSize}px, var(--code-least-size))`,
      lineHeight: isUsual
        ? 'var(--code-line)'
        : `max(${Math.round((fontSize * 20) / 13)}px, var(--code-least-line))`,
      fontVariantLigatures: ligatures ? 'normal' : 'none',
    },
  });
}
