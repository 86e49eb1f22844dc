'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import styles from './run-panel.module.css';

interface StdinRowProps {
  readonly onLine: (text: string) => Promise<void>;
  readonly onEnd: () => void;
}

/** A row to type into the running program: Enter sends the line, Ctrl+D on an empty row ends the input. */
export function StdinRow({ onLine, onEnd }: StdinRowProps) {
  const [text, setText] = useState('');
  const [hasEnded, setEnded] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (window.matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true });
  }, []);
  const end = () => {
    setEnded(true);
    onEnd();
  };
  const send = () => {
    void onLine(text).catch(() => setEnded(true));
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isEnd = event.ctrlKey && event.key.toLowerCase() === 'd';
    if (isEnd) event.preventDefault();
    if (isEnd && text === '') end();
  };
  if (hasEnded) return <p className={styles['inputEnded']}>The input has ended.</p>;
  return (
    <form
      className={styles['stdin']}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <span aria-hidden="true">&gt;</span>
      <input
        ref={field}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        aria-label="Input for the running program"
        placeholder="Type a line for the program, then Enter"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={60_000}
        enterKeyHint="send"
      />
      <button type="button" onClick={end} title="Ends the program's input (Ctrl+D)">
        End input <kbd>Ctrl+D</kbd>
      </button>
    </form>
  );
}
