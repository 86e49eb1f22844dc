import type { LanguageInfo } from '#protocol/language.ts';

/** The language of a name, however it is written: id or alias, any case. */
export function findLanguage(languages: readonly LanguageInfo[], name: string): LanguageInfo | undefined {
  const wanted = name.toLowerCase();
  return languages.find(
    (language) => language.id === wanted || language.aliases.some((alias) => alias.toLowerCase() === wanted),
  );
}
