import Anser from 'anser';

/** Text with one look. `ink` is null where the program asked for nothing. */
export interface Span {
  readonly text: string;
  readonly ink: Ink | null;
}

/** Colours as CSS values: a theme variable, or the program's own colour. */
export interface Ink {
  readonly color?: string;
  readonly background?: string;
  readonly looks: readonly Look[];
}

export type Look = 'bold' | 'dim' | 'italic' | 'underline' | 'strikethrough' | 'reverse' | 'hidden' | 'typed';

/** What was read, and the escape sequence that puts a following line into the state this one ended in. */
export interface Inked {
  readonly spans: readonly Span[];
  readonly carry: string;
}

const esc = '\u001b';
// Window titles and links (OSC), cursor movement and modes (CSI that is not colour), character sets.
const unseen = new RegExp(
  `${esc}\\][^${esc}\\u0007]*(?:\\u0007|${esc}\\\\)?|${esc}\\[[0-9;?<=>!]*[ -/]*[@-ln-~]|${esc}[()][A-Z0-9]|${esc}[=>78MDE]`,
  'g',
);
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const otherControls = /[\u0000-\u0008\u000b-\u001a\u007f]/g;

/** True when a line can be shown as it is. */
export function isPlain(raw: string, carry: string): boolean {
  return carry === '' && !raw.includes(esc);
}

/** Takes out what a log cannot show; colours stay. */
export function legible(raw: string): string {
  return raw.replace(otherControls, '');
}

/** Reads one line's colours. Never makes HTML: what comes out is text with a look. */
export function readInk(raw: string, carry: string): Inked {
  const reader = new Anser();
  const [first = '', ...rest] = (carry + raw.replace(unseen, '')).split(`${esc}[`);
  const spans: Span[] = [{ text: first, ink: null }];
  let last = '';
  for (const chunk of rest) {
    const entry = reader.processChunkJson(chunk, { use_classes: true }, true);
    spans.push({ text: entry.content, ink: inkOf(entry) });
    last = carryOf(entry);
  }
  return { spans: spans.filter((span) => span.text !== ''), carry: last };
}

function inkOf(entry: Anser.AnserJsonEntry): Ink | null {
  const color = colorOf(entry.fg, entry.fg_truecolor);
  const background = colorOf(entry.bg, entry.bg_truecolor);
  const looks = looksOf(entry);
  if (!color && !background && looks.length === 0) return null;
  return { ...(color && { color }), ...(background && { background }), looks };
}

function looksOf(entry: Anser.AnserJsonEntry): Look[] {
  return [...new Set(entry.decorations)].filter((look) => look !== 'blink');
}

const names = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

/** The place of one of anser's class names in the 256 colours. */
function paletteIndex(name: string): number {
  const numbered = /^ansi-palette-(\d+)$/.exec(name);
  if (numbered) return Number(numbered[1]);
  const bright = name.startsWith('ansi-bright-');
  return names.indexOf(name.replace(/^ansi-(bright-)?/, '')) + (bright ? 8 : 0);
}

function colorOf(name: string | null, truecolor: string | null): string | undefined {
  if (!name) return undefined;
  if (name === 'ansi-truecolor') return truecolor ? `rgb(${truecolor})` : undefined;
  const index = paletteIndex(name);
  if (index < 16) return `var(--term-${index})`;
  return `rgb(${cubeColor(index).join(', ')})`;
}

/** xterm's 6×6×6 cube, and the 24 greys after it. */
function cubeColor(index: number): [number, number, number] {
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10;
    return [grey, grey, grey];
  }
  const step = (place: number) => (place === 0 ? 0 : 55 + place * 40);
  const cube = index - 16;
  return [step(Math.floor(cube / 36)), step(Math.floor(cube / 6) % 6), step(cube % 6)];
}

const codes: Readonly<Record<string, number>> = {
  bold: 1,
  dim: 2,
  italic: 3,
  underline: 4,
  reverse: 7,
  hidden: 8,
  strikethrough: 9,
};

function carryOf(entry: Anser.AnserJsonEntry): string {
  const parts = looksOf(entry)
    .flatMap((look) => codes[look] ?? [])
    .map(String);
  parts.push(...colorCode(entry.fg, entry.fg_truecolor, 38), ...colorCode(entry.bg, entry.bg_truecolor, 48));
  return parts.length === 0 ? '' : `${esc}[${parts.join(';')}m`;
}

function colorCode(name: string | null, truecolor: string | null, ground: 38 | 48): string[] {
  if (!name) return [];
  if (name === 'ansi-truecolor') return truecolor ? [`${ground};2;${truecolor.replaceAll(', ', ';')}`] : [];
  return [`${ground};5;${paletteIndex(name)}`];
}
