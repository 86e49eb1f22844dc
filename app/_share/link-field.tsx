'use client';

import { useEffect, useRef } from 'react';
import { CopyButton } from '../_theme/copy-button.tsx';
import styles from './share-panel.module.css';

interface LinkFieldProps {
  readonly label: string;
  readonly url: string;
  /** It is what the popover was opened for: chosen at once, to be copied by keys. */
  readonly isFirst?: boolean;
}

/** An address to copy. */
export function LinkField({ label, url, isFirst = false }: LinkFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isFirst) return;
    field.current?.focus();
    field.current?.select();
  }, [isFirst]);
  return (
    <div className={styles['row']}>
      <input
        ref={field}
        className={styles['link']}
        value={url}
        readOnly
        aria-label={label}
        onFocus={(event) => event.target.select()}
      />
      <CopyButton text={() => url} label={`Copy: ${label}`}>
        Copy
      </CopyButton>
    </div>
  );
}

/** A longer text to copy. */
export function TextToCopy({ label, text }: { label: string; text: string }) {
  return (
    <>
      <textarea
        className={styles['text']}
        value={text}
        readOnly
        rows={4}
        spellCheck={false}
        aria-label={label}
        onFocus={(event) => event.target.select()}
      />
      <div className={styles['buttons']}>
        <CopyButton text={() => text} label={`Copy: ${label}`}>
          Copy
        </CopyButton>
      </div>
    </>
  );
}
