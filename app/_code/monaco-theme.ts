import { ColourProbe, isDark } from '../_theme/drawn-theme.ts';

/** A theme as Monaco takes it: plain hex colours. */
export interface EditorTheme {
  readonly base: 'vs' | 'vs-dark';
  readonly inherit: boolean;
  readonly rules: { token: string; foreground: string }[];
  readonly colors: Record<string, string>;
}

/** Monaco's names for the parts of code, and the token of ours that each takes its colour from. */
const rules: Readonly<Record<string, string>> = {
  '': 'text',
  keyword: 'code-token-keyword',
  string: 'code-token-string',
  'string.escape': 'code-token-string',
  comment: 'code-token-comment',
  number: 'code-token-constant',
  constant: 'code-token-constant',
  regexp: 'code-token-string',
  type: 'code-token-function',
  tag: 'code-token-keyword',
  annotation: 'code-token-function',
  function: 'code-token-function',
  delimiter: 'code-token-punctuation',
  punctuation: 'code-token-punctuation',
  operator: 'code-token-punctuation',
};

const colors: Readonly<Record<string, string>> = {
  'editor.background': 'bg',
  'editor.foreground': 'text',
  'editorCursor.foreground': 'accent',
  'editor.selectionBackground': 'selection',
  'editor.inactiveSelectionBackground': 'raised',
  'editor.lineHighlightBackground': 'line-highlight',
  'editor.lineHighlightBorder': 'line-highlight',
  'editorLineNumber.foreground': 'muted',
  'editorLineNumber.activeForeground': 'text',
  'editorIndentGuide.background1': 'border',
  'editorWidget.background': 'surface',
  'editorWidget.border': 'control',
  'editorSuggestWidget.selectedBackground': 'raised',
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((depth) => [
      `editorBracketHighlight.foreground${depth}`,
      'code-token-punctuation',
    ]),
  ),
  'input.background': 'bg',
  'input.border': 'control',
  focusBorder: 'accent',
};

/** The page's tokens as they are now, light or dark. */
export function readTheme(): EditorTheme {
  const probe = new ColourProbe();
  const theme: EditorTheme = {
    base: isDark() ? 'vs-dark' : 'vs',
    inherit: true,
    rules: Object.entries(rules).map(([token, name]) => ({ token, foreground: probe.hexOf(name).slice(1) })),
    colors: Object.fromEntries(Object.entries(colors).map(([key, name]) => [key, probe.hexOf(name)])),
  };
  probe.remove();
  return theme;
}
