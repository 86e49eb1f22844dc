import type { CursorPosition } from '../_code/editor-port.ts';

/** Where the cursor is, kept outside React: it moves with every key, and few want to be told. */
export class CursorSpot {
  #position: CursorPosition = { line: 1, column: 1 };
  readonly #listeners = new Set<() => void>();

  readonly now = (): CursorPosition => this.#position;

  readonly move = (position: CursorPosition): void => {
    this.#position = position;
    for (const listener of this.#listeners) listener();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
