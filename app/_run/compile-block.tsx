'use client';

import { useSyncExternalStore } from 'react';
import { formatSeconds } from '#protocol/outcome-words.ts';
import styles from './compile-block.module.css';
import type { PlaceLinks } from './mentioned-places.ts';
import type { OutputLog } from './output-log.ts';
import { OutputView } from './output-view.tsx';
import type { CompileNote, RunState } from './run-state.ts';

interface CompileBlockProps {
  readonly state: RunState;
  readonly log: OutputLog;
  readonly wrap: boolean;
  readonly places?: PlaceLinks | undefined;
}

/** What the compiler said: closed when it went through, open when it did not. */
export function CompileBlock({ state, log, wrap, places }: CompileBlockProps) {
  const { lineCount } = useSyncExternalStore(log.subscribe, log.snapshot, log.snapshot);
  const compile = 'compile' in state ? state.compile : null;
  if (!compile) return null;
  const hasFailed = state.status === 'finished' && state.finished.phase === 'compile';
  return (
    <details className={styles['block']} data-failed={hasFailed} open={hasFailed} key={String(hasFailed)}>
      <summary>
        <span>Compile</span>
        <span className={styles['took']}>{tookWords(compile)}</span>
        <span className={styles['mark']}>{markOf(compile, hasFailed)}</span>
        {lineCount > 0 && !hasFailed && <span className={styles['took']}>{lineCount} lines of messages</span>}
      </summary>
      {lineCount > 0 ? (
        <div className={styles['log']}>
          <OutputView log={log} label="Compiler output" look={{ wrap, times: false }} places={places} />
        </div>
      ) : (
        <p className={styles['none']}>The compiler printed nothing.</p>
      )}
    </details>
  );
}

function tookWords({ tookMs }: CompileNote): string {
  return tookMs === null ? '' : formatSeconds(tookMs);
}

function markOf({ tookMs }: CompileNote, hasFailed: boolean): string {
  if (hasFailed) return '✗ failed';
  return tookMs === null ? '…' : '✓';
}
