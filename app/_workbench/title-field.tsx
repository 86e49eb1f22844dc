'use client';

import { type KeyboardEvent, useState } from 'react';
import styles from './workbench.module.css';

interface TitleFieldProps {
  readonly title: string;
  readonly onCommit: (title: string) => void;
}

/** The snippet's name: Enter or leaving commits, Escape reverts. */
export function TitleField({ title, onCommit }: TitleFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    if (typed !== null && typed.trim() !== title) onCommit(typed.trim());
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') setTyped(null);
  };
  return (
    <input
      className={styles['title']}
      value={typed ?? title}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
      placeholder="Untitled snippet"
      aria-label="Title"
      maxLength={80}
      spellCheck={false}
      autoComplete="off"
    />
  );
}
