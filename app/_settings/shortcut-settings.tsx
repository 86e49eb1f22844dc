'use client';

import { useState } from 'react';
import type { Chord } from '../_commands/chord.ts';
import { chordWords } from '../_commands/chord.ts';
import type { Command } from '../_commands/command.ts';
import { give, takeAway, withUsualKeys } from '../_commands/give-keys.ts';
import { chosenOf, type KeyChoices } from '../_commands/key-choices.ts';
import { KeyRecorder } from './key-recorder.tsx';
import fields from './setting-field.module.css';
import styles from './shortcut-settings.module.css';
import { chooseKeys, objectionTo } from './shortcuts.ts';

interface ShortcutSettingsProps {
  /** All commands, with the keys that they have now. */
  readonly commands: readonly Command[];
  /** Those that are looked for. */
  readonly shown: readonly Command[];
  readonly choices: KeyChoices;
}

/** Which chord of which command is being chosen; without a chord it will be one more. */
interface Recording {
  readonly id: string;
  readonly instead?: Chord | undefined;
}

/** Every command with its keys: press one to choose another. */
export function ShortcutSettings({ commands, shown, choices }: ShortcutSettingsProps) {
  const [recording, record] = useState<Recording | null>(null);
  const stop = ({ id }: Command) => {
    record(null);
    focusLater(addId(id));
  };
  return (
    <>
      <ResetAll choices={choices} />
      <ul className={styles['shortcuts']} aria-label="Keys of the commands">
        {shown.map((command) => (
          <li key={command.id} className={styles['shortcut']}>
            {recording?.id === command.id ? (
              <KeyRecorder
                title={command.title}
                objectionTo={(chord) => objectionTo(chord, commands, command.id)}
                onChord={(chord) => {
                  chooseKeys(give(choices, commands, { ...recording, chord }));
                  stop(command);
                }}
                onNone={() => {
                  if (recording.instead) chooseKeys(takeAway(command, recording.instead, choices));
                  stop(command);
                }}
                onStop={() => stop(command)}
              />
            ) : (
              <ShortcutRow
                {...{ command, choices }}
                onRecord={(instead) => record({ id: command.id, instead })}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface ShortcutRowProps {
  readonly command: Command;
  readonly choices: KeyChoices;
  readonly onRecord: (instead?: Chord) => void;
}

function ShortcutRow({ command, choices, onRecord }: ShortcutRowProps) {
  const { id, title, keys = [] } = command;
  const reset = () => {
    chooseKeys(withUsualKeys(choices, id));
    focusLater(addId(id));
  };
  return (
    <>
      <span className={styles['what']}>{title}</span>
      {chosenOf(choices, id) !== undefined && (
        <button type="button" className={fields['reset']} onClick={reset} aria-label={`Reset: ${title}`}>
          Reset
        </button>
      )}
      {keys.map((chord) => (
        <button
          key={chord}
          type="button"
          className={styles['chord']}
          onClick={() => onRecord(chord)}
          aria-label={`${chordWords(chord)}: change the keys of ${title}`}
        >
          <kbd>{chordWords(chord)}</kbd>
        </button>
      ))}
      <button
        id={addId(id)}
        type="button"
        className={styles['add']}
        onClick={() => onRecord()}
        aria-label={`Add keys: ${title}`}
        title="Add keys"
      >
        +
      </button>
    </>
  );
}

function ResetAll({ choices }: { choices: KeyChoices }) {
  const changed = Object.keys(choices).length;
  const words = 'Press keys to choose others, + to add some.';
  return (
    <div className={fields['row']}>
      <p className={fields['help']}>{words}</p>
      <button
        type="button"
        className={fields['button']}
        onClick={() => chooseKeys({})}
        disabled={changed === 0}
      >
        Reset all keys
      </button>
    </div>
  );
}

function addId(id: string): string {
  return `keys-${id}`;
}

/** What was pressed is gone by then. */
function focusLater(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
