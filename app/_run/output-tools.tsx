'use client';

import { type ReactNode, useState } from 'react';
import { saveFile } from '../_theme/save-file.ts';
import type { OutputLog } from './output-log.ts';
import type { OutputLook } from './output-view.tsx';
import styles from './run-panel.module.css';

const copiedForMs = 2000;

interface OutputToolsProps {
  readonly log: OutputLog;
  readonly look: OutputLook;
  readonly onLook: (look: OutputLook) => void;
  /** Undefined where nothing can be looked for. */
  readonly onFind: (() => void) | undefined;
  readonly onClear: () => void;
  readonly children?: ReactNode;
}

/** Find, Times, Wrap, Copy, Download, Clear. Copy takes the selection where there is one. */
export function OutputTools({ log, look, onLook, onFind, onClear, children }: OutputToolsProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(window.getSelection()?.toString() || log.text());
    setCopied(true);
    setTimeout(() => setCopied(false), copiedForMs);
  };
  const { wrap, times } = look;
  return (
    <div className={styles['tools']} role="toolbar" aria-label="Output tools">
      {children}
      {onFind && (
        <button type="button" onClick={onFind}>
          Find
        </button>
      )}
      <button type="button" aria-pressed={times} onClick={() => onLook({ ...look, times: !times })}>
        Times
      </button>
      <button
        type="button"
        className={styles['wrap']}
        aria-pressed={wrap}
        onClick={() => onLook({ ...look, wrap: !wrap })}
      >
        Wrap
      </button>
      <button type="button" onClick={() => void copy().catch(() => setCopied(false))}>
        {isCopied ? 'Copied' : 'Copy'}
      </button>
      <button type="button" onClick={() => saveFile(log.text(), 'output.txt')}>
        Download
      </button>
      <button type="button" onClick={onClear}>
        Clear
      </button>
    </div>
  );
}
