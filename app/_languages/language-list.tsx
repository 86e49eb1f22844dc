'use client';

import { Command } from 'cmdk';
import type { LanguageInfo } from '#protocol/language.ts';
import styles from './language-picker.module.css';
import { progressWords } from './language-words.ts';

export interface LanguagePickerProps {
  readonly languages: readonly LanguageInfo[];
  readonly current: LanguageInfo;
  readonly onPick: (language: LanguageInfo) => void;
}

/** Every language, found by typing any of its names. */
export function LanguageList({ languages, current, onPick }: LanguagePickerProps) {
  return (
    <Command label="Languages" defaultValue={current.id} filter={rank} loop>
      <Command.Input className={styles['search']} placeholder="Find a language" autoFocus />
      <Command.List className={styles['list']}>
        <Command.Empty className={styles['none']}>No language of that name.</Command.Empty>
        {installedFirst(languages).map((language) => (
          <Command.Item
            key={language.id}
            className={styles['item']}
            value={language.id}
            keywords={[language.name, ...language.aliases, ...libraryNames(language)]}
            onSelect={() => onPick(language)}
          >
            <span className={styles['check']}>{language.id === current.id ? '✓' : ''}</span>
            <span>{language.name}</span>
            <span className={styles['version']}>{language.version}</span>
            <span className={styles['note']}>{progressWords(language) || language.kind}</span>
            {language.libraries.length > 0 && (
              <span className={styles['libraries']}>{libraryNames(language).join(', ')}</span>
            )}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}

/**
 * What is called so comes before what begins so, and that before what merely holds it; letters that are scattered over many
 * names are no match.
 */
function rank(value: string, search: string, keywords: readonly string[] = []): number {
  const wanted = search.trim().toLowerCase();
  const names = [value, ...keywords].map((name) => name.toLowerCase());
  if (names.includes(wanted)) return 1;
  if (names.some((name) => name.startsWith(wanted))) return 0.8;
  return names.some((name) => name.includes(wanted)) ? 0.5 : 0;
}

function libraryNames({ libraries }: LanguageInfo): readonly string[] {
  return libraries.map(({ name }) => name);
}

/** What can only be read of comes last; else the order stays. */
function installedFirst(languages: readonly LanguageInfo[]): readonly LanguageInfo[] {
  const isAbsent = ({ state }: LanguageInfo) => state.status === 'absent';
  return [...languages.filter((language) => !isAbsent(language)), ...languages.filter(isAbsent)];
}
