'use client';

import { Command as Menu } from 'cmdk';
import { useEffect, useState } from 'react';
import type { LanguageInfo } from '#protocol/language.ts';
import { nameOf } from '../_draft/draft.ts';
import { listDrafts } from '../_draft/draft-store.ts';
import type { KeptDraft } from '../_draft/kept-draft.ts';
import { timeWords } from '../_theme/time-words.ts';
import { chordWords } from './chord.ts';
import { availableOf, type Command, commandGroups } from './command.ts';
import styles from './palette.module.css';

/** What the palette has to offer. */
export interface Offers {
  readonly commands: readonly Command[];
  readonly languages: readonly LanguageInfo[];
  readonly onLanguage: (language: LanguageInfo) => void;
  readonly onDraft: (draft: KeptDraft) => void;
  readonly onLine: (line: number) => void;
}

interface PaletteProps extends Offers {
  /** What was typed to find something, some of it perhaps before this was loaded. */
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly onClose: () => void;
}

/** Everything that can be done, by typing its name. `@` finds a language, `#` a draft, `:` goes to a line, `>` and `?` are the commands. */
export function Palette({ onClose, text, setText, ...offers }: PaletteProps) {
  // Closed first: what a command opens or focuses must not lose to the dialog's giving the focus back.
  const choose = (perform: () => void) => {
    onClose();
    setTimeout(perform);
  };
  return (
    <Menu className={styles['menu']} label="Commands" filter={rank} loop>
      <Menu.Input
        className={styles['search']}
        placeholder="Find a command.  @ language   # draft   : line"
        value={text}
        onValueChange={setText}
        autoFocus
      />
      <Menu.List className={styles['list']} label="Commands">
        <Menu.Empty className={styles['none']}>{noneWords(text)}</Menu.Empty>
        <Found {...offers} text={text} onChoose={choose} />
      </Menu.List>
    </Menu>
  );
}

interface FoundProps extends Offers {
  readonly text: string;
  readonly onChoose: (perform: () => void) => void;
}

function Found({ text, commands, languages, onLanguage, onDraft, onLine, onChoose }: FoundProps) {
  if (text.startsWith('#'))
    return <Drafts languages={languages} onDraft={(draft) => onChoose(() => onDraft(draft))} />;
  if (text.startsWith('@')) {
    return languages.map((language) => (
      <Item
        key={language.id}
        value={`@${language.id}`}
        keywords={[language.name, ...language.aliases].map((name) => `@${name}`)}
        title={language.name}
        note={language.version}
        onSelect={() => onChoose(() => onLanguage(language))}
      />
    ));
  }
  const line = lineOf(text);
  if (line !== undefined) {
    return <Item value={text} title={`Go to line ${line}`} onSelect={() => onChoose(() => onLine(line))} />;
  }
  const available = availableOf(commands);
  return commandGroups.map((group) => {
    const offered = available.filter((command) => command.group === group);
    if (offered.length === 0) return null;
    return (
      <Menu.Group key={group} heading={group} className={styles['group']}>
        {offered.map(({ id, title, keys: [chord] = [], perform }) => (
          <Item
            key={id}
            value={id}
            keywords={[title, group]}
            title={title}
            chord={chord}
            onSelect={() => onChoose(perform)}
          />
        ))}
      </Menu.Group>
    );
  });
}

interface DraftsProps {
  readonly languages: readonly LanguageInfo[];
  readonly onDraft: (draft: KeptDraft) => void;
}

function Drafts({ languages, onDraft }: DraftsProps) {
  const [drafts, setDrafts] = useState<readonly KeptDraft[]>([]);
  useEffect(() => void listDrafts().then((kept) => setDrafts(kept.drafts)), []);
  return drafts.map((draft) => {
    const language = languages.find(({ id }) => id === draft.language)?.name ?? draft.language;
    return (
      <Item
        key={draft.id}
        value={`#${draft.id}`}
        keywords={[`#${nameOf(draft)}`, language]}
        title={nameOf(draft)}
        note={`${language} · ${timeWords(draft.keptAt)}`}
        onSelect={() => onDraft(draft)}
      />
    );
  });
}

interface ItemProps {
  readonly value: string;
  readonly keywords?: string[];
  readonly title: string;
  readonly note?: string;
  readonly chord?: string | undefined;
  readonly onSelect: () => void;
}

function Item({ value, keywords = [], title, note, chord, onSelect }: ItemProps) {
  return (
    <Menu.Item className={styles['item']} value={value} keywords={keywords} onSelect={onSelect}>
      <span className={styles['title']}>{title}</span>
      {note !== undefined && <span className={styles['note']}>{note}</span>}
      {chord !== undefined && <kbd className={styles['keys']}>{chordWords(chord)}</kbd>}
    </Menu.Item>
  );
}

/** Every word that is typed must begin a word of the title or its group; whole beginnings come first. */
function rank(value: string, search: string, keywords: readonly string[] = []): number {
  const wanted = search.trim().toLowerCase();
  if (wanted.startsWith(':')) return 1;
  const names = [...keywords, value].map((name) => name.toLowerCase());
  if (wanted.startsWith('@')) return names.some((name) => name.startsWith(wanted)) ? 1 : 0;
  if (wanted.startsWith('#')) return names.some((name) => name.includes(wanted.slice(1).trim())) ? 1 : 0;
  const [title = ''] = names;
  const words = wanted.replace(/^[>?]\s*/, '').split(/\s+/);
  if (title.startsWith(words.join(' '))) return 1;
  const known = names.flatMap((name) => name.split(/[\s.]+/));
  return words.every((word) => known.some((name) => name.startsWith(word))) ? 0.5 : 0;
}

function lineOf(text: string): number | undefined {
  const line = Number(/^:\s*(\d{1,7})$/.exec(text)?.[1]);
  return line > 0 ? line : undefined;
}

function noneWords(text: string): string {
  if (text.startsWith('@')) return 'No language of that name.';
  if (text.startsWith('#')) return 'No draft of that name in this browser.';
  return text.startsWith(':') ? 'Type the number of a line.' : 'No command of that name.';
}
