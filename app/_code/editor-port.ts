import type { Command } from '../_commands/command.ts';
import type { EditorOptions } from './editor-options.ts';

/** What the page may ask of whichever editor is there. */
export interface EditorPort {
  focus(): void;
  /** Brings a place of the shown file into view and puts the cursor there; lines and columns count from 1. */
  reveal(line: number, column?: number): void;
  /** Puts this text in the place of the shown file's, as one step that can be undone; the cursor stays at its line. */
  replace(text: string): void;
  /** Shows what was found of each file, in the place of what was shown before. */
  mark(marks: readonly Mark[]): void;
  /** The file is gone: its undo and its scroll position go with it. */
  forget(path: string): void;
  /** Puts a text in the place of what is selected, as if it were typed. */
  insert(text: string): void;
  /** What the Tab key does. */
  indent(): void;
  /** What an arrow key does. */
  move(direction: Direction): void;
  undo(): void;
  redo(): void;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** What a compiler or a runtime says of a place in a file. */
export interface Mark {
  readonly path: string;
  readonly line: number;
  readonly column?: number | undefined;
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: string;
}

/** What every editor is given. `value` is the truth; `onChange` tells what was typed. */
export interface EditorProps {
  readonly value: string;
  readonly grammar: string;
  /** The file's name: the editor keeps undo and scroll for each. */
  readonly path: string;
  readonly label: string;
  /** What the programs run on, where the editor may know the names of what they can import. */
  readonly runtime: 'node' | undefined;
  /** The program's other files, the same array as long as they are the same. */
  readonly others: readonly { readonly path: string; readonly content: string }[];
  readonly options: EditorOptions;
  /** Where the cursor stands when the editor comes, as where another one stood in its place. */
  readonly cursor: CursorPosition;
  readonly onChange: (value: string) => void;
  readonly onReady: (port: EditorPort) => void;
  readonly onCursor: (position: CursorPosition) => void;
  /** Where keys have modes: the mode they have now, as `NORMAL`; null where they have none any more. */
  readonly onMode: (mode: string | null) => void;
  /** What the page can do at this moment, for editors that have a command line. */
  readonly commandsNow: () => readonly Command[];
}

export interface CursorPosition {
  readonly line: number;
  readonly column: number;
}
