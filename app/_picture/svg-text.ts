import { escaped } from '../embed/escape.ts';

// XML has no way to write control characters and halves of pairs, not even escaped.
const unwritable = /[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/gu;
// What turns the direction of a text could make one code look like another.
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Any text as that of an SVG element. */
export function svgText(text: string): string {
  return escaped(text.replace(unwritable, '\ufffd').replace(turning, '\ufffd'));
}

/** How many columns a text takes in a font of which all letters are equally wide. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += wide.test(character) ? 2 : 1;
  return columns;
}

/** So much of a text as fits into so many columns, with an ellipsis where something is left out. */
export function fitted(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = '';
  let left = columns - 1;
  for (const character of text) {
    left -= columnsOf(character);
    if (left < 0) break;
    kept += character;
  }
  return `${kept}…`;
}
