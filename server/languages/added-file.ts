import { join } from 'node:path';
import { z } from 'zod';
import { changeFile, readIfThere } from '../durable-file.ts';

/** Languages that an operator asked for beside the core, by id, and when that was last: asking again tries again. */
export type AddedLanguages = Readonly<Record<string, string>>;

const AddedFile = z.strictObject({ added: z.record(z.string(), z.iso.datetime()) });

export function addedFilePath(dataDir: string): string {
  return join(dataDir, 'languages.json');
}

/** Throws when the file is damaged. */
export function readAdded(path: string): AddedLanguages {
  return parse(path, readIfThere(path));
}

export function addLanguages(path: string, ids: readonly string[], now: Date): void {
  const asked = Object.fromEntries(ids.map((id) => [id, now.toISOString()]));
  change(path, (added) => ({ ...added, ...asked }));
}

export function removeLanguages(path: string, ids: readonly string[]): void {
  change(path, (added) => Object.fromEntries(Object.entries(added).filter(([id]) => !ids.includes(id))));
}

function change(path: string, to: (added: AddedLanguages) => AddedLanguages): void {
  changeFile(path, 'The languages', (text) => {
    return `${JSON.stringify({ added: to(parse(path, text)) }, null, 2)}\n`;
  });
}

function parse(path: string, text: string | undefined): AddedLanguages {
  if (text === undefined) return {};
  try {
    return AddedFile.parse(JSON.parse(text)).added;
  } catch (cause) {
    throw new Error(`${path} is damaged. Restore it, or remove it and add the languages anew.`, { cause });
  }
}
