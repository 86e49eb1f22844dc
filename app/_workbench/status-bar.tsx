'use client';

import { useSyncExternalStore } from 'react';
import { formatBytes, formatSeconds } from '#protocol/outcome-words.ts';
import type { Diagnostic } from '#protocol/run-event.ts';
import { useTitle } from '../_commands/command-titles.tsx';
import { progressWords } from '../_languages/language-words.ts';
import type { LinkState } from '../_run/socket.ts';
import type { CursorSpot } from './cursor-spot.ts';
import styles from './status-bar.module.css';
import type { Workbench } from './use-workbench.ts';

const linkWords: Readonly<Record<LinkState['status'], string>> = {
  connecting: 'Connecting',
  connected: 'Connected',
  retrying: 'Reconnecting',
  unreachable: 'Offline',
};

interface StatusBarProps {
  readonly bench: Workbench;
  readonly cursor: CursorSpot;
  /** Of an editor whose keys have modes. */
  readonly mode: string | null;
  /** Goes to the next problem. */
  readonly onProblems: () => void;
}

/** The quiet line at the bottom: what runs, where the cursor is, what a run may use, whether the server is there. */
export function StatusBar({ bench, cursor, mode, onProblems }: StatusBarProps) {
  const { language, run } = bench;
  const { wallMs, memoryBytes } = language.limits.run;
  return (
    <footer className={styles['bar']}>
      <span>
        {language.name} {language.version}
        {progressWords(language) && <span className={styles['building']}> · {progressWords(language)}</span>}
      </span>
      <Problems diagnostics={run.findings.diagnostics} onPress={onProblems} />
      <span className={styles['space']} />
      {mode !== null && (
        <span className={styles['mode']} role="status" aria-label="Mode">
          {mode}
        </span>
      )}
      <Position cursor={cursor} />
      <span className={styles['limits']} title="What one run may use: wall time, memory, network">
        {formatSeconds(wallMs.default)} · {formatBytes(memoryBytes.default)} · no net
      </span>
      <span className={styles['link']} data-link={run.link.status} role="status">
        {linkWords[run.link.status]}
      </span>
    </footer>
  );
}

function Position({ cursor }: { cursor: CursorSpot }) {
  const { line, column } = useSyncExternalStore(cursor.subscribe, cursor.now, cursor.now);
  return (
    <span className={styles['figure']}>
      Ln {line}, Col {column}
    </span>
  );
}

function Problems({ diagnostics, onPress }: { diagnostics: readonly Diagnostic[]; onPress: () => void }) {
  const title = useTitle('editor.nextProblem', 'Go to the next problem');
  if (diagnostics.length === 0) return null;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const others = diagnostics.length - errors;
  const words = `${errors} ${errors === 1 ? 'error' : 'errors'}, ${others} ${others === 1 ? 'other' : 'others'}`;
  return (
    <button
      type="button"
      className={styles['problems']}
      onClick={onPress}
      aria-label={`${words}: go to the next problem`}
      title={title}
    >
      <span data-kind="error">⊗ {errors}</span> <span data-kind="other">⚠ {others}</span>
    </button>
  );
}
