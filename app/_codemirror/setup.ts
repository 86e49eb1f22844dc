import { closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import {
  crosshairCursor,
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  rectangularSelection,
} from '@codemirror/view';
import type { EditorOptions } from '../_code/editor-options.ts';
import { tapForMarks } from './tap-for-marks.ts';
import { theme } from './theme.ts';
import type { VimPage } from './vim-keys.ts';

/** What every file is edited with, whatever its language and whatever was chosen; line numbers stand before it. */
export const afterLineNumbers: Extension = [
  lintGutter(),
  tapForMarks,
  history(),
  highlightSpecialChars(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSelectionMatches(),
  bracketMatching(),
  indentOnInput(),
  dropCursor(),
  search({ top: true }),
  // Lines that were copied elsewhere end here as the file's own do.
  EditorView.clipboardInputFilter.of((text, state) => text.replaceAll(/\r\n?|\n/g, state.lineBreak)),
  keymap.of([
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...searchKeymap,
    ...historyKeymap,
    ...lintKeymap,
    ...defaultKeymap,
    indentWithTab,
  ]),
  theme,
];

/** The keys of another editor come before all others. */
export async function loadKeymap(name: EditorOptions['keymap'], page: VimPage): Promise<Extension> {
  if (name === 'vim') return (await import('./vim-keys.ts')).vimKeys(page);
  if (name === 'emacs') return Prec.highest((await import('@replit/codemirror-emacs')).emacs());
  return [];
}

/** Fingers select with the handles that the device draws; a mouse and keys may select in several places at once. */
export function selectionFor(keymapName: EditorOptions['keymap']): Extension {
  const isForFingers = window.matchMedia('(pointer: coarse)').matches && keymapName === 'default';
  if (isForFingers) return [];
  return [
    drawSelection(),
    rectangularSelection(),
    crosshairCursor(),
    EditorState.allowMultipleSelections.of(true),
  ];
}
