'use client';

import { useState } from 'react';
import fields from './test-case.module.css';
import styles from './tests-pane.module.css';

interface PasteTestsProps {
  readonly onText: (text: string) => void;
  readonly onDone: () => void;
}

/** A field for many tests at once. */
export function PasteTests({ onText, onDone }: PasteTestsProps) {
  const [text, setText] = useState('');
  return (
    <form
      className={fields['paste']}
      onSubmit={(event) => {
        event.preventDefault();
        onText(text);
        onDone();
      }}
    >
      <label className={fields['field']}>
        <span>Inputs and outputs by turns, with lines of --- between</span>
        <textarea
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={'1 2\n---\n3\n---\n4 5\n---\n9'}
          rows={8}
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: a field that was asked for, to paste into it
          autoFocus
        />
      </label>
      <div className={styles['tools']}>
        <button type="submit" data-first disabled={text === ''}>
          Add these
        </button>
        <button type="button" onClick={onDone}>
          Cancel
        </button>
      </div>
    </form>
  );
}
