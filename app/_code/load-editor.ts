import type { ComponentType } from 'react';
import type { EditorEngine, EditorOptions } from './editor-options.ts';
import type { EditorProps } from './editor-port.ts';
import { PlainEditor } from './plain-editor.tsx';

type Chosen = Exclude<EditorEngine, 'auto'>;

/** Which editor that is here: only CodeMirror has emacs keys, and it is the one that fingers can handle. */
export function chosenEngine(
  engine: EditorEngine,
  keymap: EditorOptions['keymap'],
  isTouch: boolean,
): Chosen {
  if (engine === 'plain') return 'plain';
  if (keymap === 'emacs') return 'codemirror';
  if (engine === 'auto') return isTouch ? 'codemirror' : 'monaco';
  return engine;
}

/** The device's main pointer is a finger. A screen that can be touched beside a mouse is none. */
export function isTouchDevice(): boolean {
  return window.matchMedia('(pointer: coarse)').matches;
}

/** Rejects when the editor's script cannot be had; the text field is always there. */
export async function loadEditor(engine: Chosen): Promise<ComponentType<EditorProps>> {
  switch (engine) {
    case 'monaco':
      return (await import('./monaco-editor.tsx')).MonacoEditor;
    case 'codemirror':
      return (await import('./codemirror-editor.tsx')).CodeMirrorEditor;
    case 'plain':
      return PlainEditor;
    default:
      return engine satisfies never;
  }
}
