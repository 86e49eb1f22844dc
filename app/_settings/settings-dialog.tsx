'use client';

import { type ReactNode, useState } from 'react';
import type { Command } from '../_commands/command.ts';
import { DataSettings } from './data-settings.tsx';
import fields from './setting-field.module.css';
import { SettingField } from './setting-field.tsx';
import { foundRows, isFound, type SettingGroup, settingGroups } from './setting-row.ts';
import { settingRows } from './setting-rows.ts';
import styles from './settings-dialog.module.css';
import { ShortcutSettings } from './shortcut-settings.tsx';
import { isCommandFound, saveRow } from './shortcuts.ts';
import { useLook } from './use-look.ts';
import { useSettings } from './use-settings.ts';

interface SettingsDialogProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

/** Everything that can be chosen, in five groups, to be found by typing. */
export function SettingsDialog({ commands, onClose }: SettingsDialogProps) {
  const [text, setText] = useState('');
  const settings = useSettings();
  const rows = [...settingRows(settings, useLook()), saveRow(commands, settings.keys)];
  const found = foundRows(rows, text);
  const foundCommands = commands.filter((command) => isCommandFound(command, text));
  const count = found.length + foundCommands.length;
  return (
    <>
      <Head text={text} setText={setText} onClose={onClose} />
      <p className="visually-hidden" role="status">
        {text === '' ? '' : countWords(count)}
      </p>
      <div className={styles['groups']}>
        {settingGroups.map((group) => {
          const own = found.filter((row) => row.group === group);
          const isOfKeys = group === 'Shortcuts' && foundCommands.length > 0;
          const isOfData = group === 'Files and drafts' && isDataFound(text);
          if (own.length === 0 && !isOfKeys && !isOfData) return null;
          return (
            <Group key={group} group={group}>
              {own.map((row) => (
                <SettingField key={row.id} row={row} />
              ))}
              {isOfData && <DataSettings />}
              {isOfKeys && (
                <ShortcutSettings commands={commands} shown={foundCommands} choices={settings.keys} />
              )}
            </Group>
          );
        })}
        {count === 0 && !isDataFound(text) && <p className={styles['none']}>No setting of that name.</p>}
      </div>
    </>
  );
}

interface HeadProps {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly onClose: () => void;
}

function Head({ text, setText, onClose }: HeadProps) {
  return (
    <header className={styles['head']}>
      <div className={styles['title']}>
        <h2>Settings</h2>
        <p className={fields['help']}>Saved in this browser; not part of links.</p>
        <button type="button" className={fields['button']} onClick={onClose}>
          Close
        </button>
      </div>
      <input
        type="search"
        className={styles['search']}
        value={text}
        onChange={({ target }) => setText(target.value)}
        aria-label="Find a setting"
        placeholder="Find a setting"
        // biome-ignore lint/a11y/noAutofocus: a dialog that is opened to find something in it
        autoFocus
      />
      <nav className={styles['nav']} aria-label="Groups of settings">
        {settingGroups.map((group) => (
          <button key={group} type="button" onClick={() => goTo(group)}>
            {group}
          </button>
        ))}
      </nav>
    </header>
  );

  function goTo(group: SettingGroup): void {
    setText('');
    // The group is there again by then.
    requestAnimationFrame(() => {
      const heading = document.getElementById(headingId(group));
      heading?.scrollIntoView({ block: 'start' });
      heading?.focus({ preventScroll: true });
    });
  }
}

function Group({ group, children }: { group: SettingGroup; children: ReactNode }) {
  return (
    <section className={styles['group']} aria-labelledby={headingId(group)}>
      <h3 id={headingId(group)} tabIndex={-1}>
        {group}
      </h3>
      {children}
    </section>
  );
}

function headingId(group: SettingGroup): string {
  return `settings-${group.toLowerCase().replaceAll(' ', '-')}`;
}

function isDataFound(text: string): boolean {
  return isFound('Export everything Delete everything Files and drafts', text);
}

function countWords(count: number): string {
  return count === 1 ? '1 setting found' : `${count} settings found`;
}
