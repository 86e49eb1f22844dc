import type { editor } from 'monaco-editor/editor';
import type { EditorPort } from './editor-port.ts';

type Keys = Pick<EditorPort, 'insert' | 'indent' | 'move' | 'undo' | 'redo'>;

const arrows = { left: 'cursorLeft', right: 'cursorRight', up: 'cursorUp', down: 'cursorDown' } as const;

/** What a bar of keys asks of Monaco: its own commands, as its keys call them. */
export function keysOf(monaco: editor.ICodeEditor): Keys {
  const command = (id: string, argument?: unknown) => monaco.trigger('keys', id, argument);
  return {
    insert: (text) => command(text.length === 1 ? 'type' : 'paste', { text }),
    indent: () => command('tab'),
    move: (direction) => command(arrows[direction]),
    undo: () => command('undo'),
    redo: () => command('redo'),
  };
}
