import { faultOfPath } from '#protocol/file-path.ts';
import { maxFiles, maxSourceBytes } from '#protocol/program.ts';
import type { DraftFile } from '../_draft/draft.ts';
import { fileOfBytes } from '../_draft/file-of-bytes.ts';

/** What a person dropped or chose, as files of a draft, and why some are not among them, in words. */
export interface ReadFiles {
  readonly files: readonly DraftFile[];
  readonly refused: readonly string[];
}

/** Files and folders that were dropped; a folder's files keep their places in it. */
export async function readEntries(
  entries: readonly FileSystemEntry[],
  others: readonly string[],
): Promise<ReadFiles> {
  const found: FileSystemFileEntry[] = [];
  for (const entry of entries) await collect(entry, found);
  return await readAll(found.slice(0, maxFiles + 1), others);
}

async function collect(entry: FileSystemEntry, found: FileSystemFileEntry[]): Promise<void> {
  if (entry.isFile) found.push(entry as FileSystemFileEntry);
  if (!entry.isDirectory || found.length > maxFiles) return;
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // It answers some at a time, and none when there are no more.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const inner of some) await collect(inner, found);
  }
}

async function readAll(found: readonly FileSystemFileEntry[], others: readonly string[]): Promise<ReadFiles> {
  const files: DraftFile[] = [];
  const refused: string[] = [];
  let bytes = 0;
  for (const entry of found) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    const path = entry.fullPath.replace(/^\//, '');
    const names = [...others.filter((other) => other !== path), ...files.map((read) => read.path)];
    const fault = names.length >= maxFiles ? `at most ${maxFiles} files` : faultOfPath(path, names);
    bytes += file.size;
    if (fault !== undefined) refused.push(`${path}: ${fault}`);
    else if (bytes > maxSourceBytes) refused.push(`${path}: all files together have at most 1 MB`);
    else files.push(fileOfBytes(path, new Uint8Array(await file.arrayBuffer())));
  }
  return { files, refused };
}
