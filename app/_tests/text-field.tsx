'use client';

import styles from './test-case.module.css';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly rows?: number;
  readonly onText: (text: string) => void;
}

/** Text as it is, in the letters of code. */
export function TextField({ label, value, rows = 4, onText }: TextFieldProps) {
  return (
    <label className={styles['field']}>
      <span>{label}</span>
      <textarea
        value={value}
        rows={rows}
        onChange={({ target }) => onText(target.value)}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
      />
    </label>
  );
}
