'use client';

import { useRef } from 'react';
import { formatBytes } from '#protocol/outcome-words.ts';
import { utf8Bytes } from '#protocol/utf8-bytes.ts';
import type { Draft } from '../_draft/draft.ts';
import { toast } from '../_theme/toast.ts';
import styles from './forms.module.css';

interface InputPaneProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

const hints: Readonly<Record<Draft['inputMode'], string>> = {
  text: 'Sent to the program when it starts, then the input ends. Empty: you type while it runs.',
  interactive: 'You type lines in the Output tab while the program runs.',
  terminal:
    'The program has a terminal in the Output tab: it gets every key, and may draw on the whole screen.',
};

/** What the program reads: a text sent up front, or what is typed while it runs. */
export function InputPane({ draft, onChange }: InputPaneProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const isText = draft.inputMode === 'text';
  const bytes = utf8Bytes(draft.stdin);
  const takeText = (stdin: string) => onChange({ stdin, inputMode: 'text' });
  return (
    <div className={styles['pane']}>
      <fieldset className={styles['modes']}>
        <legend className="visually-hidden">Where the input comes from</legend>
        <button
          type="button"
          aria-pressed={isText}
          onClick={() => {
            onChange({ inputMode: 'text' });
            field.current?.focus();
          }}
        >
          Text
        </button>
        <button
          type="button"
          aria-pressed={draft.inputMode === 'interactive'}
          onClick={() => onChange({ inputMode: 'interactive' })}
        >
          Interactive
        </button>
        <button
          type="button"
          aria-pressed={draft.inputMode === 'terminal'}
          onClick={() => onChange({ inputMode: 'terminal' })}
        >
          Terminal
        </button>
        <StdinFile onText={takeText} />
      </fieldset>
      <p className={styles['hint']}>{hints[draft.inputMode]}</p>
      <textarea
        ref={field}
        className={styles['text']}
        data-off={!isText}
        value={draft.stdin}
        onChange={(event) => takeText(event.target.value)}
        onDrop={(event) => {
          if (event.dataTransfer.files.length === 0) return;
          event.preventDefault();
          takeFile(event.dataTransfer.files[0], takeText);
        }}
        aria-label="Standard input"
        placeholder="Text for the program’s standard input"
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
      />
      <p className={styles['count']}>
        {formatBytes(bytes)}
        {!isText && bytes > 0 && ' · not sent'}
      </p>
    </div>
  );
}

/** A way to choose a file whose text becomes the input. */
function StdinFile({ onText }: { onText: (text: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => field.current?.click()}>
        File…
      </button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label="File for standard input"
        onChange={({ currentTarget }) => {
          takeFile(currentTarget.files?.[0], onText);
          currentTarget.value = '';
        }}
      />
    </>
  );
}

function takeFile(file: File | undefined, onText: (text: string) => void): void {
  if (file === undefined) return;
  void import('./read-stdin.ts')
    .then(({ readStdin }) => readStdin(file))
    .then((read) => (read.ok ? onText(read.text) : toast.error(read.words)))
    .catch(() => toast.error('The file could not be read.'));
}
