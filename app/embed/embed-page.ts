import type { LanguageInfo } from '#protocol/language.ts';
import type { RunEvent } from '#protocol/run-event.ts';
import type { Snippet } from '#protocol/snippet.ts';
import { codePainter } from '../_code/highlight.ts';
import { grammarOfFile } from '../_languages/grammar-of-file.ts';
import { hindranceOf } from '../_languages/language-words.ts';
import { findLanguage } from '../_languages/languages.ts';
import { embedScript } from './embed-script.ts';
import { embedStyle } from './embed-style.ts';
import { escaped } from './escape.ts';
import type { EmbedOptions } from './options.ts';
import { signPass } from './pass.ts';
import { type Piece, RunReader, type Shown } from './shown.ts';

export interface Embedded {
  readonly snippet: Snippet;
  readonly events: readonly RunEvent[] | null;
  readonly languages: readonly LanguageInfo[];
  readonly options: EmbedOptions;
  readonly nonce: string;
}

/** Of a recorded output the beginning: the page of somebody else is not to wait for it. */
const recordedCharacters = 4096;

/** A snippet as a page that others put into theirs. Whatever a person or a program wrote is escaped where it goes in. */
export async function embedPage(embedded: Embedded): Promise<string> {
  const { snippet, languages, options, nonce } = embedded;
  const language = findLanguage(languages, snippet.language);
  const title = snippet.title || 'Untitled snippet';
  const about = language ? `${language.name} ${language.version}` : snippet.language;
  const link = `href="/s/${snippet.id}@${snippet.revision}" target="_blank" rel="noopener"`;
  const canRun = language !== undefined && hindranceOf(language) === undefined;
  const recorded = readRecorded(embedded.events ?? []);
  return whole(title, options, [
    `<header><h1 dir="auto"><a ${link}>${escaped(title)}</a></h1><span class="about">${escaped(about)}</span></header>`,
    `<main>${await filesOf(embedded, language)}`,
    `<pre id="output" role="log" aria-label="Output" tabindex="0"${recorded.output === '' ? ' hidden' : ''}>${recorded.output}</pre></main>`,
    `<footer>${canRun ? runButton(snippet) : ''}`,
    `<span id="status" role="status"${recorded.status}</span><a ${link}>Open in Bugdrill</a></footer>`,
    canRun ? `<script nonce="${escaped(nonce)}">${embedScript}</script>` : '',
  ]);
}

/** Where there is nothing to show, in words. */
export function wordsPage(words: string, options: EmbedOptions, link = '/'): string {
  const way = `<a href="${escaped(link)}" target="_blank" rel="noopener">Open in Bugdrill</a>`;
  return whole(words, options, [`<main><p class="words">${escaped(words)} ${way}</p></main>`]);
}

function whole(title: string, { theme }: EmbedOptions, parts: readonly string[]): string {
  const chosen = theme === 'auto' ? '' : ` data-theme="${theme}"`;
  return [
    `<!doctype html><html lang="en"${chosen}><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${escaped(title)} · Bugdrill</title><style>${embedStyle}</style></head><body>`,
    ...parts,
    '</body></html>',
  ].join('');
}

function runButton({ id, revision }: Snippet): string {
  const name = `${id}@${revision}`;
  return `<button id="run" type="button" data-path="/embed/${name}/run" data-pass="${signPass(name)}">Run</button>`;
}

interface File {
  readonly name: string;
  readonly code: string;
  readonly grammar: string;
}

async function filesOf({ snippet, languages, options }: Embedded, language: LanguageInfo | undefined) {
  const main = {
    name: snippet.entry ?? language?.source ?? 'code',
    code: snippet.code,
    grammar: language?.grammar ?? 'text',
  };
  const others = snippet.files.map(({ path, content, encoding }): File => {
    if (encoding === 'base64') return { name: path, code: 'This file is no text.', grammar: 'text' };
    return { name: path, code: content, grammar: grammarOfFile(path, languages) ?? 'text' };
  });
  const files = options.tabs ? [main, ...others] : [main];
  const blocks = await Promise.all(files.map((file, index) => fileBlock(file, index, options)));
  return (files.length > 1 ? tabsOf(files) : '') + blocks.join('');
}

async function fileBlock({ name, code, grammar }: File, index: number, { lines }: EmbedOptions) {
  const painted = await codePainter.paint(code, grammar);
  return `<section class="file${lines ? ' numbered' : ''}" id="file-${index}" aria-label="${escaped(`Code, ${name}`)}" tabindex="0">${painted}</section>`;
}

/** Radio buttons and a style sheet: tabs that need no script. */
function tabsOf(files: readonly File[]): string {
  const tabs = files.map(
    ({ name }, index) =>
      `<input type="radio" name="file" id="tab-${index}"${index === 0 ? ' checked' : ''}><label for="tab-${index}">${escaped(name)}</label>`,
  );
  const rules = files.map((_, index) => `body:has(#tab-${index}:not(:checked)) #file-${index}{display:none}`);
  return `<style>${rules.join('')}</style><fieldset class="tabs" aria-label="Files">${tabs.join('')}</fieldset>`;
}

function readRecorded(events: readonly RunEvent[]): { readonly output: string; readonly status: string } {
  const reader = new RunReader(recordedCharacters);
  const shown = events.flatMap((event) => reader.read(event));
  const end = shown.findLast((one) => one.kind === 'end');
  return {
    output: shown.map(drawn).join(''),
    status: end === undefined ? '>' : ` data-tone="${end.tone}">Recorded: ${escaped(end.words)}`,
  };
}

function drawn(shown: Shown): string {
  if (shown.kind !== 'output') return '';
  return `<span data-stream="${shown.stream}">${shown.pieces.map(drawnPiece).join('')}</span>`;
}

function drawnPiece([text, colour = '', ground = '', looks = '']: Piece): string {
  if (colour === '' && ground === '' && looks === '') return escaped(text);
  const style = [colour && `color:${colour}`, ground && `background:${ground}`].filter(Boolean).join(';');
  return `<span class="${escaped(looks)}" style="${escaped(style)}">${escaped(text)}</span>`;
}
