import type { LanguageInfo } from '#protocol/language.ts';
import type { Snippet } from '#protocol/snippet.ts';
import { type ColouredLine, codePainter } from '../_code/highlight.ts';
import { fetchLanguages, findLanguage } from '../_languages/languages.ts';
import { hexOf, type Theme } from '../_theme/palette.ts';
import { drawnLines, letterWidth } from './code-lines.ts';
import { columnsOf, fitted, svgText } from './svg-text.ts';

/** The picture that an address asks for: `?theme=dark`, or light. */
export async function pictureOf(snippet: Snippet, request: Request): Promise<string> {
  const theme = new URL(request.url).searchParams.get('theme') === 'dark' ? 'dark' : 'light';
  return await codePicture(snippet, findLanguage(await fetchLanguages(), snippet.language), theme);
}

const uiFont = 'Geist,system-ui,sans-serif';
const most = { lines: 80, columns: 110 };
const size = { font: 14, line: 21, pad: 24, head: 52 };

/** The code of a snippet as a picture: as wide as its lines, as long as there is something to see. */
async function codePicture(
  snippet: Snippet,
  language: LanguageInfo | undefined,
  theme: Theme,
): Promise<string> {
  const all = snippet.code.replace(/\n$/, '').split('\n');
  const shown = all.slice(0, most.lines);
  const lines = await codePainter.pieces(shown.join('\n'), language?.grammar ?? 'text');
  const left = all.length - shown.length;
  const more: ColouredLine = [{ text: `… ${left} more lines`, colour: 'var(--muted)' }];
  const drawn = left > 0 ? [...lines, more] : lines;
  const widest = Math.max(...shown.map((line) => columnsOf(line.replaceAll('\t', '    '))), 48);
  const columns = Math.min(most.columns, widest);
  const width = Math.ceil(size.pad * 2 + columns * size.font * letterWidth);
  const height = size.head + size.pad * 1.5 + (drawn.length - 1) * size.line;
  const colour = (name: string) => hexOf(`var(--${name})`, theme);
  const title = fitted(snippet.title || 'Untitled snippet', Math.floor(columns * 0.7));
  const about = fitted(language?.name ?? snippet.language, Math.floor(columns * 0.25));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${colour('bg')}"/>`,
    `<rect width="${width}" height="${size.head - 12}" fill="${colour('surface')}"/>`,
    `<g font-family="${uiFont}" font-size="14"><text x="${size.pad}" y="25" font-weight="600" fill="${colour('text')}">${svgText(title)}</text>`,
    `<text x="${width - size.pad}" y="25" text-anchor="end" fill="${colour('muted')}">${svgText(about)}</text></g>`,
    drawnLines(drawn, {
      x: size.pad,
      y: size.head + size.pad / 2,
      fontSize: size.font,
      lineHeight: size.line,
      mostColumns: columns,
      theme,
    }),
    '</svg>',
  ].join('');
}
