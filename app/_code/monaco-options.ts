import type { editor } from 'monaco-editor/editor';
import { type EditorOptions, lineHeightOf } from './editor-options.ts';

type MonacoOptions = editor.IStandaloneEditorConstructionOptions;

const always: MonacoOptions = {
  padding: { top: 12, bottom: 12 },
  lineNumbersMinChars: 4,
  minimap: { enabled: false },
  stickyScroll: { enabled: false },
  scrollBeyondLastLine: false,
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  fixedOverflowWidgets: true,
  automaticLayout: true,
  // The page's theme has contrasts of its own; Monaco's knows neither its colours nor whether it is light.
  autoDetectHighContrast: false,
};

const usualTab = 4;

/** What a person likes, in Monaco's words. `pageFont` is the page's own font for code. */
export function monacoOptionsOf(options: EditorOptions, pageFont: string): MonacoOptions {
  const { font, fontSize, ligatures, tabSize, wrap, lineNumbers } = options;
  return {
    ...always,
    fontFamily: font === '' ? pageFont : `"${font.replaceAll('"', '')}", ${pageFont}`,
    fontSize,
    lineHeight: lineHeightOf(fontSize),
    fontLigatures: ligatures,
    tabSize: tabSize === 'auto' ? usualTab : tabSize,
    detectIndentation: tabSize === 'auto',
    wordWrap: wrap ? 'on' : 'off',
    lineNumbers,
    ...pairs(options.autoClose),
    ...offers(options.suggestions),
  };
}

function pairs(isOn: boolean): MonacoOptions {
  const how = isOn ? 'languageDefined' : 'never';
  return {
    autoClosingBrackets: how,
    autoClosingQuotes: how,
    autoClosingComments: how,
    autoSurround: how,
  };
}

/** Whoever wants none by itself still gets them by Ctrl+Space. */
function offers(isOn: boolean): MonacoOptions {
  return {
    quickSuggestions: isOn,
    suggestOnTriggerCharacters: isOn,
    parameterHints: { enabled: isOn },
  };
}
