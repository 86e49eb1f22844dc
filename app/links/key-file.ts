import { editTokenOf, type KeptLink, keepEditToken, type LinkNote } from '../_share/edit-tokens.ts';

// What comes in was written by anybody: it is looked at part by part, and nothing that is here is written over.

const format = 'bugdrill-edit-keys';
const mostBytes = 4 * 1024 * 1024;
const mostLinks = 10_000;

/** Every edit key of this browser, as a file. Whoever has it may change the links. */
export function keyFile(links: readonly KeptLink[]): string {
  const written = links.map(({ id, editToken, note }) => ({ id, editToken, ...note }));
  return `${JSON.stringify({ format, version: 1, links: written }, null, 2)}\n`;
}

export type Imported =
  | {
      readonly ok: true;
      readonly added: number;
      /** Links that this browser had already, with the same key. */
      readonly known: number;
      /** Links that this browser has another key for, which stays. */
      readonly other: readonly string[];
      /** Entries that are no link with its key. */
      readonly wrong: number;
    }
  | { readonly ok: false; readonly words: string };

/** Takes in the edit keys of such a file. */
export async function importKeys(file: Pick<File, 'size' | 'text'>): Promise<Imported> {
  if (file.size > mostBytes) return { ok: false, words: 'This file is too large to be one of edit keys.' };
  const links = linksIn(await file.text());
  if (links === undefined) return { ok: false, words: 'This file holds no edit keys of Bugdrill.' };
  if (links.length > mostLinks)
    return { ok: false, words: 'This file holds more edit keys than anybody has.' };
  const found = links.map(takeIn);
  const count = (kind: string) => found.filter((one) => one.kind === kind).length;
  const other = found.flatMap((one) => (one.kind === 'other' ? [one.id] : []));
  return { ok: true, added: count('added'), known: count('known'), other, wrong: count('wrong') };
}

function takeIn(entry: unknown): {
  readonly kind: 'added' | 'known' | 'other' | 'wrong';
  readonly id: string;
} {
  const link = linkOf(entry);
  if (!link) return { kind: 'wrong', id: '' };
  const { id, editToken, note } = link;
  const kept = editTokenOf(id);
  if (kept !== undefined) return { kind: kept === editToken ? 'known' : 'other', id };
  keepEditToken(id, editToken, note);
  return { kind: 'added', id };
}

/** What came of it, in words. */
export function importWords(imported: Imported): string {
  if (!imported.ok) return imported.words;
  const { added, known, other, wrong } = imported;
  const parts = [
    `${countOf(added, 'edit key')} added`,
    ...(known === 0 ? [] : [`${known} were here already`]),
    ...(other.length === 0
      ? []
      : [`${other.length} left out, since this browser has another key for the link`]),
    ...(wrong === 0 ? [] : [`${countOf(wrong, 'entry', 'entries')} of the file made no sense`]),
  ];
  return `${parts.join('. ')}.`;
}

function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function linksIn(text: string): readonly unknown[] | undefined {
  try {
    const read: unknown = JSON.parse(text);
    if (!isRecord(read) || read['format'] !== format || !Array.isArray(read['links'])) return undefined;
    return read['links'];
  } catch {
    return undefined;
  }
}

function linkOf(entry: unknown): KeptLink | undefined {
  if (!isRecord(entry)) return undefined;
  const { id, editToken } = entry;
  if (typeof id !== 'string' || !/^[0-9A-Za-z]{10}$/.test(id)) return undefined;
  if (typeof editToken !== 'string' || !/^[\w-]{20,100}$/.test(editToken)) return undefined;
  return { id, editToken, note: noteOf(entry) };
}

/** Only shown until the server has told better, and never longer than it could have. */
function noteOf({ title, language, createdAt }: Record<string, unknown>): LinkNote | undefined {
  if (typeof title !== 'string' || typeof language !== 'string' || typeof createdAt !== 'string')
    return undefined;
  if (Number.isNaN(Date.parse(createdAt))) return undefined;
  return {
    title: title.slice(0, 80),
    language: language.slice(0, 64),
    createdAt: new Date(createdAt).toISOString(),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
