import type { CursorPosition, Direction, EditorPort } from './editor-port.ts';

/** A text field behind the page's editor port. What it is told to write is typed into it, so that its own undo knows. */
export class PlainPort implements EditorPort {
  constructor(private readonly field: HTMLTextAreaElement) {}

  focus(): void {
    this.field.focus();
  }

  reveal(line: number, column = 1): void {
    this.focus();
    this.place({ line, column });
  }

  /** The cursor's place, without the focus. */
  place({ line, column }: CursorPosition): void {
    const { field } = this;
    const at = offsetIn(field.value, line, column);
    field.setSelectionRange(at, at);
    field.scrollTop = (line - 4) * Number.parseFloat(getComputedStyle(field).lineHeight);
  }

  replace(text: string): void {
    const { line, column } = cursorOf(this.field);
    this.focus();
    this.field.select();
    this.insert(text);
    this.place({ line, column });
  }

  /** A text field cannot show them. */
  mark(): void {
    return;
  }

  forget(): void {
    return;
  }

  insert(text: string): void {
    this.focus();
    // Deprecated, and without an heir: nothing else leaves the field's own undo whole.
    if (document.execCommand(text === '' ? 'delete' : 'insertText', false, text)) return;
    this.field.setRangeText(text, this.field.selectionStart, this.field.selectionEnd, 'end');
    this.field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  indent(): void {
    this.insert('\t');
  }

  move(direction: Direction): void {
    const { field } = this;
    const { line, column } = cursorOf(field);
    const at = {
      left: () => Math.max(field.selectionStart - 1, 0),
      right: () => Math.min(field.selectionEnd + 1, field.value.length),
      up: () => offsetIn(field.value, line - 1, column),
      down: () => offsetIn(field.value, line + 1, column),
    }[direction]();
    field.setSelectionRange(at, at);
  }

  undo(): void {
    this.focus();
    document.execCommand('undo');
  }

  redo(): void {
    this.focus();
    document.execCommand('redo');
  }
}

export function cursorOf({ value, selectionStart }: HTMLTextAreaElement): CursorPosition {
  const before = value.slice(0, selectionStart).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where a line and column are in a text; what lies outside is brought to its nearest place. */
export function offsetIn(text: string, line: number, column: number): number {
  const lines = text.split('\n');
  const index = Math.min(Math.max(line, 1), lines.length) - 1;
  const before = lines.slice(0, index).reduce((sum, { length }) => sum + length + 1, 0);
  return before + Math.min(Math.max(column, 1) - 1, lines[index]?.length ?? 0);
}
