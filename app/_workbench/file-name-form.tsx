'use client';

import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { faultOfPath } from '#protocol/file-path.ts';
import styles from './file-tabs.module.css';

interface FileNameFormProps {
  /** The name that is changed; null for a new file. */
  readonly from: string | null;
  readonly others: readonly string[];
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

/** Takes a file's name and says at once what keeps it from being one. Escape leaves all as it was. */
export function FileNameForm({ from, others, onName, onCancel }: FileNameFormProps) {
  const [name, setName] = useState(from ?? '');
  const field = useRef<HTMLInputElement>(null);
  const faultId = useId();
  const fault = name === '' ? undefined : faultOfPath(name, others);
  useEffect(() => {
    field.current?.focus();
    // What comes before the extension is what one changes.
    const dot = field.current?.value.lastIndexOf('.') ?? -1;
    field.current?.setSelectionRange(0, dot > 0 ? dot : -1);
  }, []);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (faultOfPath(name, others) === undefined) onName(name);
    else if (name === '') onCancel();
  };
  return (
    <form className={styles['naming']} onSubmit={onSubmit}>
      <input
        ref={field}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
        onBlur={onCancel}
        aria-label={from === null ? 'Name of the new file' : `New name of ${from}`}
        placeholder="folder/name.txt"
        aria-invalid={fault !== undefined}
        aria-describedby={faultId}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
      />
      <span id={faultId} className={styles['fault']} role="status">
        {fault}
      </span>
    </form>
  );
}
