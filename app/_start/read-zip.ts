import { Unzip, UnzipInflate } from 'fflate';
import { faultOfPath } from '#protocol/file-path.ts';
import { maxFiles, maxSourceBytes } from '#protocol/program.ts';
import type { DraftFile } from '../_draft/draft.ts';
import { fileOfBytes } from '../_draft/file-of-bytes.ts';

/** What an archive of a megabyte of code may weigh, packed or not. */
const mostPacked = 4 * 1024 * 1024;
/** Handed over in pieces: what one of them can grow to is all that is unpacked before it is too much. */
const pieceBytes = 4096;
/** The main file is not one of those beside it. */
const mostFiles = maxFiles + 1;

export type ZipRead =
  | { readonly ok: true; readonly files: readonly DraftFile[]; readonly refused: readonly string[] }
  | { readonly ok: false; readonly words: string };

/** The files of a zip archive that can be a snippet's, and in words why some are not among them. Never throws. */
export async function readZip(archive: Blob): Promise<ZipRead> {
  if (archive.size > mostPacked) return { ok: false, words: 'This archive is too large for a snippet.' };
  try {
    const unpacking = new Unpacking();
    await unpacking.feed(new Uint8Array(await archive.arrayBuffer()));
    return unpacking.isTooLarge ? { ok: false, words: tooLarge } : filesOf(unpacking.entries);
  } catch {
    return { ok: false, words: 'This is no zip archive that can be read.' };
  }
}

const tooLarge = `This archive holds more than a snippet may: ${mostFiles} files, and 1 MB together.`;

interface Entry {
  readonly name: string;
  readonly chunks: Uint8Array[];
  isWhole: boolean;
}

/** Unpacks until it is done or too much: what an archive says of its sizes is not believed. */
class Unpacking {
  readonly entries: Entry[] = [];
  isTooLarge = false;
  #bytes = 0;
  #fault: Error | undefined;

  async feed(bytes: Uint8Array): Promise<void> {
    const unzip = new Unzip((file) => this.#take(file));
    unzip.register(UnzipInflate);
    for (let at = 0; at < bytes.length && !this.isTooLarge; at += pieceBytes) {
      unzip.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length);
      if (this.#fault) throw this.#fault;
    }
    if (!this.isTooLarge && this.entries.some(({ isWhole }) => !isWhole)) throw new Error('It was cut off.');
  }

  #take(file: Parameters<NonNullable<Unzip['onfile']>>[0]): void {
    if (isIgnored(file.name)) return;
    const entry: Entry = { name: file.name, chunks: [], isWhole: false };
    this.entries.push(entry);
    if (this.entries.length > mostFiles) this.isTooLarge = true;
    if (this.isTooLarge) return;
    file.ondata = (error, chunk, isLast) => {
      if (error) this.#fault ??= error;
      else this.#add(entry, chunk, isLast);
      if (this.isTooLarge) file.terminate();
    };
    file.start();
  }

  #add(entry: Entry, chunk: Uint8Array, isLast: boolean): void {
    this.#bytes += chunk.length;
    if (this.#bytes > maxSourceBytes) this.isTooLarge = true;
    // Nothing of it is kept from there on.
    else entry.chunks.push(chunk);
    entry.isWhole = isLast;
  }
}

/** Folders, and what file managers leave in archives. */
function isIgnored(name: string): boolean {
  return name.endsWith('/') || /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$)/.test(name);
}

function filesOf(entries: readonly Entry[]): ZipRead {
  if (entries.length === 0) return { ok: false, words: 'This archive holds no files.' };
  const shared = sharedFolder(entries.map(({ name }) => name));
  const files: DraftFile[] = [];
  const refused: string[] = [];
  for (const { name, chunks } of entries) {
    const path = name.slice(shared.length);
    const fault = faultOfPath(
      path,
      files.map((file) => file.path),
    );
    if (fault === undefined) files.push(fileOfBytes(path, joined(chunks)));
    else refused.push(`${shown(name)}: ${fault}`);
  }
  return { ok: true, files, refused };
}

/** The folder that all of them are in, as archives of projects have one: `project/`. */
function sharedFolder(names: readonly string[]): string {
  const first = /^[^/\\]+\//.exec(names[0] ?? '')?.[0] ?? '';
  return first !== '../' && first !== './' && names.every((name) => name.startsWith(first)) ? first : '';
}

/** A name that is to be read by a person, whatever it holds. */
function shown(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
