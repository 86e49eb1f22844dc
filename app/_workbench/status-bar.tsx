'use client';

import { formatBytes, formatSeconds } from '#protocol/outcome-words.ts';
import type { CursorPosition } from '../_code/editor-port.ts';
import { progressWords } from '../_languages/language-words.ts';
import type { LinkState } from '../_run/socket.ts';
import styles from './status-bar.module.css';
import type { Workbench } from './use-workbench.ts';

const linkWords: Readonly<Record<LinkState['status'], string>> = {
  connecting: 'Connecting',
  connected: 'Connected',
  retrying: 'Reconnecting',
  unreachable: 'Offline',
};

/** The quiet line at the bottom: what runs, where the cursor is, what a run may use, whether the server is there. */
export function StatusBar({ bench, cursor }: { bench: Workbench; cursor: CursorPosition }) {
  const { language, run } = bench;
  const { wallMs, memoryBytes } = language.limits.run;
  return (
    <footer className={styles['bar']}>
      <span>
        {language.name} {language.version}
        {progressWords(language) && <span className={styles['building']}> · {progressWords(language)}</span>}
      </span>
      <span className={styles['space']} />
      <span className={styles['figure']}>
        Ln {cursor.line}, Col {cursor.column}
      </span>
      <span className={styles['limits']} title="What one run may use: wall time, memory, network">
        {formatSeconds(wallMs.default)} · {formatBytes(memoryBytes.default)} · no net
      </span>
      <span className={styles['link']} data-link={run.link.status} role="status">
        {linkWords[run.link.status]}
      </span>
    </footer>
  );
}
