/** How a person likes to write. What an editor cannot do it leaves out. */
export interface EditorOptions {
  /** The name of a font of this device, or empty for the page's own. */
  readonly font: string;
  /** In CSS pixels. */
  readonly fontSize: number;
  readonly ligatures: boolean;
  /** Columns of a tab and of one step of indentation; `auto` as the language and the file have it. */
  readonly tabSize: 'auto' | 2 | 4 | 8;
  readonly wrap: boolean;
  readonly lineNumbers: 'on' | 'relative';
  /** Whether brackets and quotes come in pairs. */
  readonly autoClose: boolean;
  /** Whether words are offered while one types. */
  readonly suggestions: boolean;
  readonly keymap: 'default' | 'vim' | 'emacs';
}

export const usualOptions: EditorOptions = {
  font: '',
  fontSize: 13,
  ligatures: false,
  tabSize: 'auto',
  wrap: false,
  lineNumbers: 'on',
  autoClose: true,
  suggestions: true,
  keymap: 'default',
};

/** How high a line is to letters of a size, in CSS pixels: 20 to 13. */
export function lineHeightOf(fontSize: number): number {
  return Math.round((fontSize * 20) / 13);
}

/** Which editor the code is written in. `auto`: fingers get CodeMirror, a mouse and keyboard get Monaco. */
export type EditorEngine = 'auto' | 'monaco' | 'codemirror' | 'plain';
