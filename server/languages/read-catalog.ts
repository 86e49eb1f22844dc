import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Catalog } from './catalog.ts';
import type { Language } from './language.ts';
import { nearNames } from './near-names.ts';
import { namedFile, readFolder } from './read-folder.ts';

/**
 * Reads every language folder. One that is described wrongly is in the catalog as failed, and takes no other down.
 * `offered` are ids; none means all. Throws for an id that no folder has.
 */
export async function readCatalog(folder: string, offered: readonly string[]): Promise<Catalog> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name);
  const languages = await Promise.all(
    names.toSorted().map((name) => readFolder(resolve(join(folder, name)))),
  );
  refuseTakenNames(languages);
  refuseMissingImages(languages);
  return choose(languages, offered);
}

function refuseTakenNames(languages: readonly Language[]): void {
  // An id is never taken away by another language's alias, whichever is read first.
  const owners = new Map(languages.map((language) => [language.id, language]));
  for (const language of languages.filter(({ isWhole }) => isWhole)) {
    language.manifest.aliases.forEach((alias, index) => {
      const owner = owners.get(alias) ?? language;
      if (owner !== language)
        refuse(language, `aliases.${index}: "${alias}" is already a name of ${owner.id}`);
    });
    if (language.isWhole) for (const alias of language.manifest.aliases) owners.set(alias, language);
  }
}

function refuseMissingImages(languages: readonly Language[]): void {
  const byId = new Map(languages.map((language) => [language.id, language]));
  for (const language of languages.filter(({ isWhole }) => isWhole)) {
    if (language.imageOf === undefined) continue;
    const owner = byId.get(language.imageOf);
    if (!owner) refuse(language, `image.of: there is no language ${language.imageOf}`);
    else if (owner.imageOf !== undefined) refuse(language, `image.of: ${owner.id} has no image of its own`);
  }
}

function choose(languages: readonly Language[], offered: readonly string[]): Catalog {
  const ids = languages.map((language) => language.id);
  for (const id of offered) {
    if (!ids.includes(id)) throw new Error(`LANGUAGES: there is no language ${id}. ${hint(id, ids)}`);
  }
  const isOffered = (language: Language) => offered.length === 0 || offered.includes(language.id);
  const chosen = languages.filter(isOffered);
  const lent = new Set(chosen.map((language) => language.imageOf));
  const hidden = languages.filter((language) => !isOffered(language) && lent.has(language.id));
  return new Catalog({ languages: chosen, hidden });
}

function hint(wrong: string, ids: readonly string[]): string {
  const near = nearNames(wrong, ids);
  return near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are ${ids.join(', ')}.`;
}

function refuse(language: Language, what: string): void {
  language.refused(`${namedFile(language.folder, 'manifest.json')}: ${what}`);
}
