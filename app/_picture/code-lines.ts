import type { ColouredLine } from '../_code/highlight.ts';
import { hexOf, type Theme } from '../_theme/palette.ts';
import { columnsOf, fitted, svgText } from './svg-text.ts';

/** Where lines of code stand in a picture, and how large they are. */
export interface CodeFrame {
  readonly x: number;
  /** The base of the first line's letters. */
  readonly y: number;
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly mostColumns: number;
  readonly theme: Theme;
}

/** A letter of Geist Mono, as of most such fonts, is so wide. */
export const letterWidth = 0.6;
export const codeFont = "'Geist Mono',ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace";

/** Code as SVG: every piece says where it begins, so that another font moves nothing. */
export function drawnLines(lines: readonly ColouredLine[], frame: CodeFrame): string {
  const { fontSize, y, lineHeight } = frame;
  const drawn = lines.map((line, index) => drawnLine(line, y + index * lineHeight, frame));
  return `<g font-family="${codeFont}" font-size="${fontSize}" xml:space="preserve">${drawn.join('')}</g>`;
}

function drawnLine(line: ColouredLine, y: number, frame: CodeFrame): string {
  const { x, fontSize, mostColumns, theme } = frame;
  const parts: string[] = [];
  let column = 0;
  for (const piece of line) {
    if (column >= mostColumns) break;
    const text = piece.text.replaceAll('\t', '    ');
    const begin = column + (text.length - text.trimStart().length);
    const shown = fitted(text.trim(), mostColumns - begin);
    column += columnsOf(text);
    if (shown === '' || begin >= mostColumns) continue;
    const left = round(x + begin * fontSize * letterWidth);
    parts.push(`<text x="${left}" y="${y}" fill="${hexOf(piece.colour, theme)}">${svgText(shown)}</text>`);
  }
  return parts.join('');
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
