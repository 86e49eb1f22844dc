'use client';

import { formatSeconds } from '#protocol/outcome-words.ts';
import styles from './run-button.module.css';
import { isUnderWay, type RunState } from './run-state.ts';
import { useElapsed } from './use-elapsed.ts';
import type { Run } from './use-run.ts';
import { useSettled } from './use-settled.ts';

/** Faster than this, a start is not shown at all: no flicker. */
const flickerMs = 150;

interface RunButtonProps {
  readonly run: Run;
  readonly onRun: () => void;
  /** Why there is nothing to run now; the button is disabled and says so. */
  readonly hindrance?: string | undefined;
  readonly shape?: 'inline' | 'floating';
}

/** The one filled button of a page: Run, which turns into Cancel while queued and Stop while running. */
export function RunButton({ run, onRun, hindrance, shape = 'inline' }: RunButtonProps) {
  const state = useSettled(run.state, run.state.status === 'submitting' ? flickerMs : 0);
  const elapsedMs = useElapsed(state.status === 'running' ? state.since : null);
  if (isUnderWay(state)) {
    return (
      <button
        type="button"
        className={styles['stop']}
        data-shape={shape}
        data-run
        onClick={() => run.session.stop()}
        disabled={run.link.status !== 'connected'}
      >
        <StopIcon />
        {stopLabel(state)}
        {elapsedMs >= 1000 && (
          <span className={styles['elapsed']}>{formatSeconds(wholeSeconds(elapsedMs))}</span>
        )}
      </button>
    );
  }
  const reason =
    hindrance ?? (run.link.status === 'unreachable' ? 'The server is not reachable.' : undefined);
  return (
    <button
      type="button"
      className={styles['run']}
      data-shape={shape}
      data-run
      onClick={onRun}
      disabled={reason !== undefined || run.link.status !== 'connected'}
      title={reason ?? 'Run (Ctrl+Enter)'}
    >
      <PlayIcon />
      Run
    </button>
  );
}

function stopLabel(state: RunState): string {
  return state.status === 'queued' ? 'Cancel' : 'Stop';
}

function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}

function PlayIcon() {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" fill="currentColor" aria-hidden="true">
      <path d="M2.5 1.2v9.6c0 .5.5.8.9.5l7.4-4.8c.4-.2.4-.8 0-1L3.4.7c-.4-.3-.9 0-.9.5Z" />
    </svg>
  );
}

function StopIcon() {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" fill="currentColor" aria-hidden="true">
      <rect x="1.5" y="1.5" width="9" height="9" rx="1.5" />
    </svg>
  );
}
