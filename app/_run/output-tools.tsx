'use client';

import { type ReactNode, useState } from 'react';
import type { OutputLog } from './output-log.ts';
import styles from './run-panel.module.css';

const copiedForMs = 2000;

interface OutputToolsProps {
  readonly log: OutputLog;
  readonly wrap: boolean;
  readonly onWrap: (wrap: boolean) => void;
  readonly onClear: () => void;
  readonly children?: ReactNode;
}

/** Wrap, Copy, Clear. Copy takes the selection where there is one. */
export function OutputTools({ log, wrap, onWrap, onClear, children }: OutputToolsProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(window.getSelection()?.toString() || log.text());
    setCopied(true);
    setTimeout(() => setCopied(false), copiedForMs);
  };
  return (
    <div className={styles['tools']} role="toolbar" aria-label="Output tools">
      {children}
      <button type="button" className={styles['wrap']} aria-pressed={wrap} onClick={() => onWrap(!wrap)}>
        Wrap
      </button>
      <button type="button" onClick={() => void copy().catch(() => setCopied(false))}>
        {isCopied ? 'Copied' : 'Copy'}
      </button>
      <button type="button" onClick={onClear}>
        Clear
      </button>
    </div>
  );
}
