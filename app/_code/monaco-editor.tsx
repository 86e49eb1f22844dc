'use client';

import { Editor, loader, type OnMount } from '@monaco-editor/react';
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/register.all';
import { useEffect } from 'react';
import { watchTheme } from '../_theme/drawn-theme.ts';
import type { EditorPort, EditorProps, Mark } from './editor-port.ts';
import { addTextMateGrammars } from './monaco-grammars.ts';
import { keysOf } from './monaco-keys.ts';
import { readTheme } from './monaco-theme.ts';
import { uriOf, useTypeScript } from './monaco-typescript.ts';

const themeName = 'bugdrill';

// A worker from our own origin: Monaco would otherwise make one from a blob, which the page's policy forbids.
globalThis.MonacoEnvironment = {
  getWorker: (_id, label) =>
    label === 'typescript' || label === 'javascript'
      ? new Worker(new URL('monaco-editor/language/typescript/ts.worker', import.meta.url), {
          type: 'module',
        })
      : new Worker(new URL('monaco-editor/editor/editor.worker', import.meta.url), { type: 'module' }),
};

// Without this the wrapper would fetch Monaco from another origin. It uses `editor` and `Uri`, which are both there.
loader.config({ monaco: monaco as unknown as typeof import('monaco-editor') });

addTextMateGrammars(monaco.languages);

/** Monaco behind the page's editor port. Only files that are named after it import it. */
export function MonacoEditor({ value, grammar, path, label, cursor, ...told }: EditorProps) {
  useTypeScript({ grammar, ...told });
  useEffect(() => watchTheme(applyTheme), []);
  const onMount: OnMount = (editor) => {
    void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
    editor.onDidChangeCursorPosition(({ position }) =>
      told.onCursor({ line: position.lineNumber, column: position.column }),
    );
    const start = { lineNumber: cursor.line, column: cursor.column };
    editor.setPosition(start);
    editor.revealPositionInCenterIfOutsideViewport(start);
    told.onReady(portOf(editor));
  };
  return (
    <Editor
      value={value}
      language={grammar}
      path={uriOf(path).toString()}
      theme={themeName}
      loading={null}
      beforeMount={applyTheme}
      onMount={onMount}
      onChange={(text) => told.onChange(text ?? '')}
      options={{ ...options, ariaLabel: label, fontFamily: codeFont() }}
    />
  );
}

const options: monaco.editor.IStandaloneEditorConstructionOptions = {
  fontSize: 13,
  lineHeight: 20,
  fontLigatures: false,
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
};

function portOf(editor: monaco.editor.ICodeEditor): EditorPort {
  let shown: readonly Mark[] = [];
  monaco.editor.onDidCreateModel((model) => markModel(model, shown));
  return {
    focus: () => editor.focus(),
    reveal: (line, column = 1) => {
      editor.revealLineInCenter(line);
      editor.setPosition({ lineNumber: line, column });
      editor.focus();
    },
    replace: (text) => replaceText(editor, text),
    mark: (marks) => {
      shown = marks;
      for (const model of monaco.editor.getModels()) markModel(model, shown);
    },
    forget: (path) => monaco.editor.getModel(uriOf(path))?.dispose(),
    ...keysOf(editor),
  };
}

/** One edit, so that one undo takes it back. */
function replaceText(editor: monaco.editor.ICodeEditor, text: string): void {
  const model = editor.getModel();
  if (!model) return;
  const range = model.getFullModelRange();
  const cursor = editor.getPosition();
  editor.pushUndoStop();
  editor.executeEdits('page', [{ range, text, forceMoveMarkers: false }]);
  editor.pushUndoStop();
  if (cursor) editor.setPosition(model.validatePosition(cursor));
}

const marksOwner = 'run';
const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  note: monaco.MarkerSeverity.Info,
};

function markModel(model: monaco.editor.ITextModel, marks: readonly Mark[]): void {
  const own = marks.filter(({ path }) => uriOf(path).toString() === model.uri.toString());
  const markers = own.map((mark) => markerOf(mark, model));
  monaco.editor.setModelMarkers(model, marksOwner, markers);
}

/** With a column the word there is underlined, without one the whole line. */
function markerOf({ line, column, severity, message }: Mark, model: monaco.editor.ITextModel) {
  const lineNumber = Math.min(line, model.getLineCount());
  const first = model.getLineFirstNonWhitespaceColumn(lineNumber) || 1;
  const start = column === undefined ? first : Math.min(column, model.getLineMaxColumn(lineNumber));
  const word = column === undefined ? null : model.getWordAtPosition({ lineNumber, column: start });
  return {
    startLineNumber: lineNumber,
    startColumn: start,
    endLineNumber: lineNumber,
    endColumn: word?.endColumn ?? model.getLineMaxColumn(lineNumber),
    severity: severities[severity],
    message,
  };
}

function applyTheme(): void {
  monaco.editor.defineTheme(themeName, readTheme());
  monaco.editor.setTheme(themeName);
}

function codeFont(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--font-code');
}
