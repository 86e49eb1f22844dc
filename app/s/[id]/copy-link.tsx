'use client';

import { useState } from 'react';
import styles from './shared-snippet.module.css';

const copiedForMs = 2000;

export function CopyLink({ path }: { path: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(path, window.location.href).href);
    setCopied(true);
    setTimeout(() => setCopied(false), copiedForMs);
  };
  return (
    <button
      type="button"
      className={styles['copy']}
      onClick={() => void copy().catch(() => setCopied(false))}
    >
      {isCopied ? 'Copied' : 'Copy link'}
    </button>
  );
}
