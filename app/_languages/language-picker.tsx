'use client';

import { lazy, Suspense, useRef } from 'react';
import { useDismiss } from '../_theme/use-dismiss.ts';
import type { LanguagePickerProps } from './language-list.tsx';
import styles from './language-picker.module.css';

const LanguageList = lazy(async () => ({ default: (await import('./language-list.tsx')).LanguageList }));

interface PickerProps extends LanguagePickerProps {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
}

/** The language of the code, and the list to choose another from. */
export function LanguagePicker({ languages, current, onPick, isOpen, setOpen }: PickerProps) {
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useDismiss(place, isOpen, close);
  return (
    <div className={styles['picker']} ref={place}>
      <button
        ref={button}
        type="button"
        className={styles['button']}
        role="combobox"
        aria-label="Language"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls="language-list"
        onClick={() => setOpen(!isOpen)}
      >
        <span>{current.name}</span>
        <span className={styles['version']}>{current.version}</span>
        <svg viewBox="0 0 10 6" width="10" height="6" aria-hidden="true">
          <path d="m1 1 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
        </svg>
      </button>
      {isOpen && (
        <div className={styles['popup']} id="language-list">
          <Suspense>
            <LanguageList
              languages={languages}
              current={current}
              onPick={(language) => {
                onPick(language);
                close();
              }}
            />
          </Suspense>
        </div>
      )}
    </div>
  );
}
