'use client';

import { chordWords } from './chord.ts';
import { type Command, commandGroups } from './command.ts';
import { DialogHead } from './dialog-head.tsx';
import styles from './shortcut-sheet.module.css';

interface ShortcutSheetProps {
  readonly commands: readonly Command[];
  /** Whether Escape is the editor's own, as vim's is. */
  readonly keepsEscape: boolean;
  readonly onClose: () => void;
}

const leaving = 'Esc Esc';

/** What the editor itself answers to, and is no command of the page. */
const ofTheEditor = [
  { title: 'Leave the editor', keys: [leaving] },
  { title: 'Let Tab move the focus', keys: ['Ctrl+M'] },
  { title: 'Comment a line', keys: ['Mod+/'] },
  { title: 'Find and replace', keys: ['Mod+F', 'Mod+H'] },
] as const;

/** Every command that has keys, and the keys. */
export function ShortcutSheet({ commands, keepsEscape, onClose }: ShortcutSheetProps) {
  return (
    <>
      <DialogHead title="Keyboard shortcuts" onClose={onClose} />
      <div className={styles['groups']}>
        {commandGroups.map((group) => {
          const own = commands.filter(
            (command) => command.group === group && command.keys?.[0] !== undefined,
          );
          const rows =
            group === 'Editor'
              ? [...own, ...ofTheEditor.filter(({ keys: [key] }) => !keepsEscape || key !== leaving)]
              : own;
          return rows.length > 0 && <Rows key={group} group={group} rows={rows} />;
        })}
      </div>
    </>
  );
}

function Rows({ group, rows }: { group: string; rows: readonly Pick<Command, 'title' | 'keys'>[] }) {
  return (
    <section>
      <h3>{group}</h3>
      <dl>
        {rows.map(({ title, keys = [] }) => (
          <div key={title} className={styles['row']}>
            <dt>{title}</dt>
            <dd>
              {keys.map((chord) => (
                <kbd key={chord}>{chordWords(chord)}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
