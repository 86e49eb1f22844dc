'use client';

import { Editor, loader, type OnMount } from '@monaco-editor/react';
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/register.all';
import { useEffect, useRef, useState } from 'react';
import { watchTheme } from '../_theme/drawn-theme.ts';
import type { CursorPosition, EditorPort, EditorProps, Mark } from './editor-port.ts';
import styles from './monaco-editor.module.css';
import { addTextMateGrammars } from './monaco-grammars.ts';
import { keysOf } from './monaco-keys.ts';
import { monacoOptionsOf } from './monaco-options.ts';
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
export function MonacoEditor({ value, grammar, path, label, options, cursor, ...props }: EditorProps) {
  const { onChange, onReady, onCursor } = props;
  const [editor, setEditor] = useState<monaco.editor.IStandaloneCodeEditor | null>(null);
  useTypeScript({ grammar, ...props });
  useEffect(() => watchTheme(applyTheme), []);
  const onMount: OnMount = (mounted) => {
    void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
    mounted.onDidChangeCursorPosition(({ position }) =>
      onCursor({ line: position.lineNumber, column: position.column }),
    );
    putCursor(mounted, cursor);
    setEditor(mounted);
    onReady(portOf(mounted));
  };
  const isVim = options.keymap === 'vim';
  return (
    <div className={styles['place']}>
      <div className={styles['editor']}>
        <Editor
          value={value}
          language={grammar}
          path={uriOf(path).toString()}
          theme={themeName}
          loading={null}
          beforeMount={applyTheme}
          onMount={onMount}
          onChange={(text) => onChange(text ?? '')}
          options={{ ...monacoOptionsOf(options, codeFont()), ariaLabel: label }}
        />
      </div>
      {isVim && editor && <VimLine editor={editor} {...props} />}
    </div>
  );
}

function putCursor(editor: monaco.editor.ICodeEditor, { line, column }: CursorPosition): void {
  const start = { lineNumber: line, column };
  editor.setPosition(start);
  editor.revealPositionInCenterIfOutsideViewport(start);
}

interface VimLineProps extends Pick<EditorProps, 'onMode' | 'commandsNow'> {
  readonly editor: monaco.editor.IStandaloneCodeEditor;
}

/** Vim's own line under the code. While it is there the editor is vim's. */
function VimLine({ editor, onMode, commandsNow }: VimLineProps) {
  const line = useRef<HTMLDivElement>(null);
  const page = useRef({ onMode, commandsNow });
  useEffect(() => {
    page.current = { onMode, commandsNow };
  });
  useEffect(() => {
    let isGone = false;
    let stop: (() => void) | undefined;
    void import('./vim-mode.ts')
      .then(({ startVim }) => {
        if (isGone || !line.current) return;
        stop = startVim({
          ...{ editor, line: line.current },
          onMode: (mode) => page.current.onMode(mode),
          commandsNow: () => page.current.commandsNow(),
        });
      })
      .catch(reportError);
    return () => {
      isGone = true;
      stop?.();
    };
  }, [editor]);
  return <div ref={line} className={styles['line']} aria-live="polite" />;
}

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

/** The page's colours, as they are now, for every editor. */
export function applyTheme(): void {
  monaco.editor.defineTheme(themeName, readTheme());
  monaco.editor.setTheme(themeName);
}

export function codeFont(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--font-code');
}
