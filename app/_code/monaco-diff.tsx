'use client';

import * as monaco from 'monaco-editor/editor';
import { useEffect, useRef } from 'react';
import { watchTheme } from '../_theme/drawn-theme.ts';
import { usualOptions } from './editor-options.ts';
import styles from './monaco-editor.module.css';
import { applyTheme, codeFont } from './monaco-editor.tsx';
import { monacoOptionsOf } from './monaco-options.ts';

interface MonacoDiffProps {
  readonly from: string;
  readonly to: string;
  readonly grammar: string;
  readonly label: string;
}

/** Two texts side by side, to read; one under the other where there is no room. */
export function MonacoDiff({ from, to, grammar, label }: MonacoDiffProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => watchTheme(applyTheme), []);
  useEffect(() => {
    if (!place.current) return;
    applyTheme();
    const models = [from, to].map((text) => monaco.editor.createModel(text, grammar));
    const [original, modified] = models;
    const editor = monaco.editor.createDiffEditor(place.current, {
      ...monacoOptionsOf(usualOptions, codeFont()),
      ...{
        readOnly: true,
        originalEditable: false,
        automaticLayout: true,
        hideUnchangedRegions: { enabled: true },
      },
      ...{ originalAriaLabel: `${label}, before`, modifiedAriaLabel: `${label}, after` },
      // A page of several of these is scrolled as a whole.
      scrollbar: { alwaysConsumeMouseWheel: false },
    });
    if (original && modified) editor.setModel({ original, modified });
    return () => {
      editor.dispose();
      for (const model of models) model.dispose();
    };
  }, [from, to, grammar, label]);
  return <div ref={place} className={styles['diff']} />;
}
