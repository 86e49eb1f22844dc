'use client';

import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import styles from './code-editor.module.css';
import type { EditorEngine } from './editor-options.ts';
import type { EditorPort, EditorProps } from './editor-port.ts';

interface CodeEditorProps extends EditorProps {
  /** What the server drew: shown until the editor stands in its place. */
  readonly drawn: ReactNode;
  /** The code that `drawn` shows. */
  readonly drawnValue: string;
  readonly engine: EditorEngine;
}

/** The code, readable from the first paint; the editor takes its place once it is there, without a jump. */
export function CodeEditor({ drawn, drawnValue, ...props }: CodeEditorProps) {
  const [Editor, setEditor] = useState<ComponentType<EditorProps> | null>(null);
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    let isGone = false;
    void loadEditor()
      .then((loaded) => {
        if (!isGone) setEditor(() => loaded);
      })
      .catch(reportError);
    return () => {
      isGone = true;
    };
  }, []);
  const onReady = (port: EditorPort) => {
    setReady(true);
    props.onReady(port);
  };
  return (
    <div className={styles['place']} data-ready={isReady}>
      {Editor && (
        <div className={styles['editor']}>
          <Editor {...props} onReady={onReady} />
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

/** Fingers get a text field; a mouse and keyboard get Monaco. */
async function loadEditor(): Promise<ComponentType<EditorProps>> {
  if (window.matchMedia('(any-pointer: fine)').matches)
    return (await import('./monaco-editor.tsx')).MonacoEditor;
  return (await import('./plain-editor.tsx')).PlainEditor;
}
