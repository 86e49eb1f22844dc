'use client';

import { useEffect, useRef } from 'react';
import type { EditorProps } from './editor-port.ts';
import styles from './plain-editor.module.css';

/** An editor for fingers: a text field, with the keyboard, selection and undo that the device gives it. */
export function PlainEditor({ value, label, onChange, onReady, onCursor }: EditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const ready = useRef(onReady);
  useEffect(() => {
    ready.current({
      focus: () => field.current?.focus(),
      reveal: (line) => revealLine(field.current, line),
      mark: () => undefined,
      forget: () => undefined,
    });
  }, []);
  return (
    <textarea
      ref={field}
      className={styles['editor']}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onSelect={(event) => onCursor(cursorOf(event.currentTarget))}
      aria-label={label}
      wrap="off"
      spellCheck={false}
      autoCapitalize="off"
      autoCorrect="off"
      autoComplete="off"
    />
  );
}

function cursorOf({ value, selectionStart }: HTMLTextAreaElement) {
  const before = value.slice(0, selectionStart).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function revealLine(field: HTMLTextAreaElement | null, line: number): void {
  if (!field) return;
  const start = field.value
    .split('\n')
    .slice(0, line - 1)
    .join('\n').length;
  field.focus();
  field.setSelectionRange(start === 0 ? 0 : start + 1, start === 0 ? 0 : start + 1);
  field.scrollTop = (line - 4) * Number.parseFloat(getComputedStyle(field).lineHeight);
}
