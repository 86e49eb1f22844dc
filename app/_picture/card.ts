import type { LanguageInfo } from '#protocol/language.ts';
import type { RunEvent } from '#protocol/run-event.ts';
import type { Snippet } from '#protocol/snippet.ts';
import { codePainter } from '../_code/highlight.ts';
import { figuresOf, wordsForEnd } from '../_run/run-words.ts';
import { hexOf } from '../_theme/palette.ts';
import { drawnLines } from './code-lines.ts';
import { columnsOf, fitted, svgText } from './svg-text.ts';

/** What pages that show links expect of a picture for one. */
export const cardSize = { width: 1200, height: 630 } as const;

const theme = 'dark';
const shownLines = 9;
const titleColumns = 42;
const colour = (name: string) => hexOf(`var(--${name})`, theme);

/** The card of a snippet: its title and language, how its code begins, how its run ended. */
export async function snippetCard(
  snippet: Snippet,
  language: LanguageInfo | undefined,
  events: readonly RunEvent[] | null,
): Promise<string> {
  const code = snippet.code.split('\n').slice(0, shownLines).join('\n');
  const lines = await codePainter.pieces(code, language?.grammar ?? 'text');
  const about = language ? `${language.name} ${language.version}` : snippet.language;
  const frame = { x: 96, y: 260, fontSize: 23, lineHeight: 33, mostColumns: 72, theme } as const;
  return card([
    heading(snippet.title || 'Untitled snippet'),
    `<text x="64" y="186" font-size="26" fill="${colour('muted')}">${svgText(fitted(about, 60))}</text>`,
    `<rect x="64" y="214" width="1072" height="326" rx="12" fill="${colour('surface')}" stroke="${colour('border')}"/>`,
    drawnLines(lines.slice(0, shownLines), frame),
    end(events),
  ]);
}

/** The card of what is not shown: these words alone. */
export function wordsCard(words: string): string {
  return card([
    heading('A snippet'),
    `<text x="64" y="200" font-size="28" fill="${colour('muted')}">${svgText(words)}</text>`,
  ]);
}

function card(parts: readonly string[]): string {
  const { width, height } = cardSize;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${colour('bg')}"/>`,
    `<g font-family="Geist">`,
    `<g transform="translate(64 44) scale(1.6)"><path d="M10 1 19 10l-9 9-9-9Z" fill="${colour('accent')}"/>`,
    `<path d="m7.6 6.9 3.1 3.1-3.1 3.1m3.6.1h2.6" fill="none" stroke="${colour('on-accent')}" stroke-width="1.6"/></g>`,
    `<text x="108" y="69" font-size="26" font-weight="600" fill="${colour('text')}">Bugdrill</text>`,
    ...parts,
    '</g></svg>',
  ].join('');
}

/** In one line: smaller where it is long. */
function heading(title: string): string {
  const fontSize = columnsOf(title) > 30 ? 38 : 48;
  const shown = fitted(title, titleColumns);
  return `<text x="64" y="138" font-size="${fontSize}" font-weight="600" fill="${colour('text')}">${svgText(shown)}</text>`;
}

function end(events: readonly RunEvent[] | null): string {
  const finished = events?.at(-1);
  if (finished?.type !== 'finished') return '';
  const { tone, title } = wordsForEnd(finished);
  const words = fitted(`${title} · ${figuresOf(finished)}`, 76);
  return `<circle cx="74" cy="583" r="9" fill="${colour(tone)}"/><text x="96" y="592" font-size="26" font-weight="600" fill="${colour(tone)}">${svgText(words)}</text>`;
}
