'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import styles from './dialog.module.css';

interface DialogProps {
  readonly label: string;
  /** A large one fills the screen of a phone. */
  readonly size?: 'usual' | 'large';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal over the page. Escape and a press beside it close it, and the focus goes back where it was. */
export function Dialog({ label, size = 'usual', onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Left to itself it focuses the first thing that can be, even what Tab never stops at.
    shown?.querySelector<HTMLElement>('input, textarea')?.focus();
    return () => shown?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, as it does every dialog
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-label={label}
      data-size={size}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={styles['inside']}>{children}</div>
    </dialog>
  );
}
