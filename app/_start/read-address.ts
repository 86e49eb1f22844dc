import type { LanguageInfo } from '#protocol/language.ts';
import { draftOfSnippet, emptyDraft } from '../_draft/draft.ts';
import { findLanguage } from '../_languages/find-language.ts';
import type { Beginning } from './beginning.ts';
import { packedStart, unpackProgram } from './packed-program.ts';

/** What `?code=` may hold. The server turns away whole addresses that are a little longer. */
export const mostCode = 12_000;

export type ReadAddress =
  | { readonly ok: true; readonly beginning: Beginning }
  | { readonly ok: false; readonly words: string };

interface Known {
  readonly languages: readonly LanguageInfo[];
  /** The language that the page was opened in: that of `?lang=`, if it names one. */
  readonly language: LanguageInfo;
}

/** The program that the page's address holds, or why it cannot be opened, in words. Asks no server. */
export async function readAddress(
  { hash, search }: Pick<Location, 'hash' | 'search'>,
  known: Known,
): Promise<ReadAddress> {
  if (hash.startsWith(`#${packedStart}`)) return await readHash(hash.slice(1), known);
  const code = new URLSearchParams(search).get('code') ?? '';
  if (code.length > mostCode) {
    return { ok: false, words: `The code in this address is too long: more than ${mostCode} characters.` };
  }
  const language = known.language.id;
  const draft = emptyDraft(code.replaceAll('\r\n', '\n'));
  return { ok: true, beginning: { place: `code-${digestOf(`${language} ${code}`)}`, language, draft } };
}

async function readHash(hash: string, { languages }: Known): Promise<ReadAddress> {
  const unpacked = await unpackProgram(hash);
  if (!unpacked.ok) return unpacked;
  const language = findLanguage(languages, unpacked.draft.language);
  if (!language) return { ok: false, words: `This server does not run “${unpacked.draft.language}” now.` };
  const draft = draftOfSnippet(unpacked.draft);
  return { ok: true, beginning: { place: `link-${digestOf(hash)}`, language: language.id, draft } };
}

/** A name for a text, so that the same address finds its draft again. Web Crypto is not there over plain HTTP. */
function digestOf(text: string): string {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    one = Math.imul(one ^ sign, 0x01000193);
    other = Math.imul(other ^ sign, 0x85ebca6b) ^ (other >>> 13);
  }
  return [one, other, text.length].map((part) => (part >>> 0).toString(36)).join('-');
}
