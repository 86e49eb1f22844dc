import type { LanguageInfo } from '#protocol/language.ts';

/** The grammar of the language whose file this is, by its extension; undefined when it is none's. */
export function grammarOfFile(path: string, languages: readonly LanguageInfo[]): string | undefined {
  return languages.find(({ extensions }) => extensions.some((extension) => path.endsWith(extension)))
    ?.grammar;
}
