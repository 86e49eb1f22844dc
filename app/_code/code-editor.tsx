'use client';

import { type ComponentType, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import styles from './code-editor.module.css';
import type { EditorEngine } from './editor-options.ts';
import type { CursorPosition, EditorPort, EditorProps } from './editor-port.ts';
import { chosenEngine, isTouchDevice, loadEditor } from './load-editor.ts';
import { PlainEditor } from './plain-editor.tsx';

interface CodeEditorProps extends Omit<EditorProps, 'cursor'> {
  readonly engine: EditorEngine;
  /** What the server drew: shown until the editor stands in its place. */
  readonly drawn: ReactNode;
  /** The code that `drawn` shows. */
  readonly drawnValue: string;
}

/** The code, readable from the first paint; the editor takes its place once it is there, without a jump. */
export function CodeEditor({ engine, drawn, drawnValue, ...props }: CodeEditorProps) {
  const { Editor, isMissing, tryAgain } = useEditor(engine, props.options.keymap);
  const [isReady, setReady] = useState(false);
  const [cursor, setCursor] = useState<CursorPosition>({ line: 1, column: 1 });
  const onReady = (port: EditorPort) => {
    setReady(true);
    props.onReady(port);
  };
  const onCursor = (next: CursorPosition) => {
    setCursor(next);
    props.onCursor(next);
  };
  return (
    <div className={styles['place']} data-ready={isReady}>
      {isMissing && <Missing onAgain={tryAgain} />}
      {Editor && (
        <div className={styles['editor']}>
          <Editor {...props} cursor={cursor} onReady={onReady} onCursor={onCursor} />
        </div>
      )}
      {!isReady && (
        <div className={styles['drawn']}>
          {props.value === drawnValue ? drawn : <pre className={styles['plain']}>{props.value}</pre>}
        </div>
      )}
    </div>
  );
}

/** Says why the code stands in a mere text field. */
function Missing({ onAgain }: { onAgain: () => void }) {
  return (
    <p className={styles['missing']} role="status">
      The editor could not be loaded. Your code is whole; it can be written and run in this text field.
      <button type="button" onClick={onAgain}>
        Try again
      </button>
    </p>
  );
}

/** The chosen editor once it is there, the one before it until then, and a text field when it cannot be had. */
function useEditor(engine: EditorEngine, keymap: EditorProps['options']['keymap']) {
  const [Editor, setEditor] = useState<ComponentType<EditorProps> | null>(null);
  const [isMissing, setMissing] = useState(false);
  const attempt = useRef(0);
  const load = useCallback(() => {
    attempt.current += 1;
    const own = attempt.current;
    const show = (loaded: ComponentType<EditorProps>, missing: boolean) => {
      if (own !== attempt.current) return;
      setEditor(() => loaded);
      setMissing(missing);
    };
    void loadEditor(chosenEngine(engine, keymap, isTouchDevice())).then(
      (loaded) => show(loaded, false),
      () => show(PlainEditor, true),
    );
  }, [engine, keymap]);
  useEffect(() => {
    load();
    return () => {
      attempt.current += 1;
    };
  }, [load]);
  return { Editor, isMissing, tryAgain: load };
}
