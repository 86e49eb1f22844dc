/** What the page may ask of whichever editor is there. */
export interface EditorPort {
  focus(): void;
  /** Brings a line into view and puts the cursor there; lines count from 1. */
  reveal(line: number): void;
}

/** What every editor is given. `value` is the truth; `onChange` tells what was typed. */
export interface EditorProps {
  readonly value: string;
  readonly grammar: string;
  /** The file's name: the editor keeps undo and scroll for each. */
  readonly path: string;
  readonly label: string;
  readonly onChange: (value: string) => void;
  readonly onReady: (port: EditorPort) => void;
  readonly onCursor: (position: CursorPosition) => void;
}

export interface CursorPosition {
  readonly line: number;
  readonly column: number;
}
