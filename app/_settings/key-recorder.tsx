'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type Chord, chordOf, chordWords } from '../_commands/chord.ts';
import type { Advice } from '../_commands/chord-advice.ts';
import { recordsKeys } from '../_commands/use-command-keys.ts';
import fields from './setting-field.module.css';
import styles from './shortcut-settings.module.css';

interface KeyRecorderProps {
  readonly title: string;
  readonly objectionTo: (chord: Chord) => Exclude<Advice, { kind: 'fine' }> | undefined;
  readonly onChord: (chord: Chord) => void;
  /** The person wants no keys here. */
  readonly onNone: () => void;
  readonly onStop: () => void;
}

/** Listens for one chord. One that something speaks against is only taken once the person has read that. */
export function KeyRecorder({ title, objectionTo, onChord, onNone, onStop }: KeyRecorderProps) {
  const [pressed, setPressed] = useState<Chord | null>(null);
  const objection = pressed === null ? undefined : objectionTo(pressed);
  const field = useRef<HTMLButtonElement>(null);
  useEffect(() => field.current?.focus(), []);
  const take = (chord: Chord) => {
    if (chord === 'Escape') onStop();
    else if (chord === 'Backspace' || chord === 'Delete') onNone();
    else if (objectionTo(chord) === undefined) onChord(chord);
    else setPressed(chord);
  };
  return (
    <div className={styles['recorder']}>
      <span className={styles['what']}>{title}</span>
      <button
        ref={field}
        type="button"
        className={styles['record']}
        {...{ [recordsKeys]: '' }}
        onKeyDown={(event) => hear(event, take)}
        aria-label={`Press the new keys of ${title}. Backspace takes them away, Escape leaves them.`}
      >
        {pressed === null ? 'Press keys…' : chordWords(pressed)}
      </button>
      <p className={fields['help']} role="alert">
        {objection?.words ?? ''}
      </p>
      {objection === undefined && (
        <p className={fields['help']}>Backspace takes these keys away, Escape leaves them.</p>
      )}
      {pressed !== null && objection?.kind === 'doubtful' && (
        <button type="button" className={fields['button']} onClick={() => onChord(pressed)}>
          Use {chordWords(pressed)}
        </button>
      )}
      <button type="button" className={fields['button']} onClick={onStop}>
        Leave as it is
      </button>
    </div>
  );
}

function hear(event: KeyboardEvent, take: (chord: Chord) => void): void {
  const chord = chordOf(event.nativeEvent);
  // Tab must lead out of here, whoever has no mouse.
  if (chord === 'Tab' || chord === 'Shift+Tab') return;
  event.preventDefault();
  event.stopPropagation();
  if (chord !== undefined && !event.repeat) take(chord);
}
