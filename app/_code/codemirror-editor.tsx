'use client';

import { useEffect, useRef } from 'react';
import { CodeMirror } from '../_codemirror/code-mirror.ts';
import { CodeMirrorPort } from '../_codemirror/code-mirror-port.ts';
import type { EditorProps } from './editor-port.ts';

/** CodeMirror behind the page's editor port. */
export function CodeMirrorEditor(props: EditorProps) {
  const { value, grammar, path, label, options } = props;
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeMirror>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (!place.current) return undefined;
    const listener = {
      changed: (text: string) => latest.current.onChange(text),
      moved: (cursor: EditorProps['cursor']) => latest.current.onCursor(cursor),
      mode: (mode: string | null) => latest.current.onMode(mode),
      commandsNow: () => latest.current.commandsNow(),
    };
    const made = new CodeMirror(place.current, listener, latest.current);
    editor.current = made;
    const { path: first, value: text, cursor, onReady } = latest.current;
    made.show(first, text);
    made.place(cursor);
    onReady(new CodeMirrorPort(made));
    return () => made.view.destroy();
  }, []);
  useEffect(() => editor.current?.edit({ grammar, label, options }), [grammar, label, options]);
  useEffect(() => editor.current?.show(path, value), [path, value]);
  return <div ref={place} style={{ height: '100%' }} />;
}
