import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { z } from 'zod';
import { Language } from './language.ts';
import { Manifest } from './manifest.ts';

/** A language folder that is not as it must be; the message names the file and the field. */
class FolderFault extends Error {}

/** Never throws for what a folder holds: a language that is described wrongly is one that failed, with the reason. */
export async function readFolder(folder: string): Promise<Language> {
  try {
    const manifest = await readManifest(folder);
    const extension = extname(manifest.source);
    const [template, hello] = await Promise.all([
      readText(folder, `template${extension}`),
      readText(folder, `hello${extension}`),
    ]);
    return new Language({ folder, manifest, texts: { template, hello } });
  } catch (error) {
    if (!(error instanceof FolderFault)) throw error;
    return brokenLanguage(folder, error.message);
  }
}

/** How messages name a language's file: `languages/python/manifest.json`. */
export function namedFile(folder: string, file: string): string {
  return `${basename(dirname(folder))}/${basename(folder)}/${file}`;
}

async function readManifest(folder: string): Promise<Manifest> {
  const parsed = Manifest.safeParse(parseJson(folder, await readText(folder, 'manifest.json')));
  const fault = (what: string) => new FolderFault(`${namedFile(folder, 'manifest.json')}: ${what}`);
  if (!parsed.success) throw fault(parsed.error.issues.map(describeIssue).join('; '));
  if (parsed.data.id !== basename(folder)) throw fault(`id: must be the folder's name, ${basename(folder)}`);
  return parsed.data;
}

function parseJson(folder: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unreadable';
    throw new FolderFault(`${namedFile(folder, 'manifest.json')}: is not JSON: ${why}`, { cause: error });
  }
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const field = issue.path.join('.');
  return field === '' ? issue.message : `${field}: ${issue.message}`;
}

async function readText(folder: string, file: string): Promise<string> {
  try {
    return await readFile(join(folder, file), 'utf8');
  } catch (error) {
    throw new FolderFault(`${namedFile(folder, file)}: cannot be read`, { cause: error });
  }
}

/** Stands in the catalog for a folder that cannot be read, so that people see which language is missing and why. */
function brokenLanguage(folder: string, reason: string): Language {
  const id = basename(folder);
  const manifest: Manifest = {
    id,
    name: id,
    aliases: [],
    extensions: [],
    grammar: 'plaintext',
    kind: 'interpreted',
    image: { npm: {} },
    version: { command: [], pattern: '', prefix: '' },
    source: 'main.txt',
    run: [],
    env: {},
    limits: { compile: {}, run: {} },
    diagnostics: [],
    libraries: [],
    without: {},
    warm: 0,
  };
  const language = new Language({ folder, manifest, texts: { template: '', hello: '' } });
  language.refused(reason);
  return language;
}
