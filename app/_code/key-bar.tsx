'use client';

import { type ReactNode, useRef } from 'react';
import { toast } from '../_theme/toast.ts';
import type { EditorPort } from './editor-port.ts';
import styles from './key-bar.module.css';

interface Key {
  /** What it is called where its sign says too little. */
  readonly name: string;
  readonly sign: ReactNode;
  readonly press: (port: EditorPort) => void;
  /** Held down it goes on. */
  readonly repeats?: boolean;
}

const character = (sign: string, name: string): Key => ({ name, sign, press: (port) => port.insert(sign) });
const arrow = (sign: string, name: string, direction: Parameters<EditorPort['move']>[0]): Key => ({
  ...{ name, sign, repeats: true },
  press: (port) => port.move(direction),
});

const keys: readonly Key[] = [
  { name: 'Tab', sign: 'Tab', press: (port) => port.indent() },
  character('{', 'Opening brace'),
  character('}', 'Closing brace'),
  character('[', 'Opening bracket'),
  character(']', 'Closing bracket'),
  character('(', 'Opening parenthesis'),
  character(')', 'Closing parenthesis'),
  character(';', 'Semicolon'),
  character(':', 'Colon'),
  character('"', 'Double quote'),
  character("'", 'Single quote'),
  arrow('←', 'Left', 'left'),
  arrow('→', 'Right', 'right'),
  arrow('↑', 'Up', 'up'),
  arrow('↓', 'Down', 'down'),
  { name: 'Undo', sign: 'Undo', press: (port) => port.undo(), repeats: true },
  { name: 'Redo', sign: 'Redo', press: (port) => port.redo(), repeats: true },
  { name: 'Paste', sign: 'Paste', press: (port) => void paste(port) },
];

/** What code needs and a keyboard on a screen hides: keys that write into the editor without taking its focus. */
export function KeyBar({ port }: { port: EditorPort }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: keys of an editor are no fields of a form
    <div className={styles['bar']} role="group" aria-label="Keys" data-key-bar="">
      {keys.map((key) => (
        <KeyButton key={key.name} of={key} port={port} />
      ))}
    </div>
  );
}

const holdMs = 450;
const repeatMs = 70;

function KeyButton({ of: { name, sign, press, repeats = false }, port }: { of: Key; port: EditorPort }) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hasRepeated = useRef(false);
  const repeat = () => {
    hasRepeated.current = true;
    press(port);
    timer.current = setTimeout(repeat, repeatMs);
  };
  const letGo = () => clearTimeout(timer.current);
  const hold = () => {
    letGo();
    hasRepeated.current = false;
    if (repeats) timer.current = setTimeout(repeat, holdMs);
  };
  return (
    <button
      type="button"
      className={styles['key']}
      aria-label={name}
      // The focus, and with it the device's keyboard, stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={hold}
      onPointerUp={letGo}
      onPointerLeave={letGo}
      onPointerCancel={letGo}
      onContextMenu={(event) => event.preventDefault()}
      onClick={() => {
        if (!hasRepeated.current) press(port);
        hasRepeated.current = false;
      }}
    >
      {sign}
    </button>
  );
}

async function paste(port: EditorPort): Promise<void> {
  const text = await readClipboard();
  if (text === undefined)
    toast.error('The browser does not let the page read the clipboard. Touch and hold in the code to paste.');
  else if (text === '') toast('There is no text in the clipboard.');
  else port.insert(text);
}

/** Undefined where the person or the browser refuses, and on pages that came over plain HTTP. */
async function readClipboard(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return undefined;
  }
}
