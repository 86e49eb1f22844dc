'use client';

import { useEffect, useRef } from 'react';
import { usualOptions } from './editor-options.ts';
import type { EditorProps } from './editor-port.ts';
import styles from './plain-editor.module.css';
import { cursorOf, PlainPort } from './plain-port.ts';

/** A text field, with the keyboard, selection and undo that the device gives it; it needs nothing to be loaded. */
export function PlainEditor({ value, label, options, cursor, onChange, onReady, onCursor }: EditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const first = useRef({ cursor, onReady });
  useEffect(() => {
    if (!field.current) return;
    const port = new PlainPort(field.current);
    port.place(first.current.cursor);
    first.current.onReady(port);
  }, []);
  const { font, fontSize, tabSize } = options;
  return (
    <textarea
      ref={field}
      className={styles['editor']}
      style={{
        ...(font !== '' && { fontFamily: `${JSON.stringify(font)}, var(--font-code)` }),
        ...(fontSize !== usualOptions.fontSize && { fontSize: `max(${fontSize}px, var(--code-least-size))` }),
        ...(tabSize !== 'auto' && { tabSize }),
      }}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onSelect={(event) => onCursor(cursorOf(event.currentTarget))}
      aria-label={label}
      wrap={options.wrap ? 'soft' : 'off'}
      spellCheck={false}
      autoCapitalize="off"
      autoCorrect="off"
      autoComplete="off"
    />
  );
}
