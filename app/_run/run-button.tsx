'use client';

import { formatSeconds } from '#protocol/outcome-words.ts';
import { useTitle } from '../_commands/command-titles.tsx';
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
  /** Whether Run stays while something runs, beside Stop, and begins anew. */
  readonly restarts?: boolean;
}

/** The one filled button of a page: Run, which turns into Cancel while queued and Stop while running. */
export function RunButton({ run, onRun, hindrance, shape = 'inline', restarts = false }: RunButtonProps) {
  const state = useSettled(run.state, run.state.status === 'submitting' ? flickerMs : 0);
  const begin = { run, onRun, hindrance, shape };
  if (!isUnderWay(state)) return <Start {...begin} words="Run" />;
  const stop = <Stop run={run} state={state} shape={shape} isFirst={!restarts} />;
  if (!restarts) return stop;
  return (
    <span className={styles['both']}>
      {stop}
      <Start {...begin} words="Restart" />
    </span>
  );
}

interface StartProps extends Omit<RunButtonProps, 'restarts'> {
  readonly words: string;
}

function Start({ run, onRun, hindrance, shape, words }: StartProps) {
  const title = useTitle('run.toggle', words);
  const unreachable = run.link.status === 'unreachable' ? 'The server is not reachable.' : undefined;
  const reason = hindrance ?? unreachable;
  return (
    <button
      type="button"
      className={styles['run']}
      data-shape={shape}
      data-run
      onClick={onRun}
      disabled={reason !== undefined || run.link.status !== 'connected'}
      title={reason ?? title}
    >
      <PlayIcon />
      {words}
    </button>
  );
}

interface StopProps {
  readonly run: Run;
  readonly state: RunState;
  readonly shape: 'inline' | 'floating';
  /** Whether it stands where Run was. */
  readonly isFirst: boolean;
}

function Stop({ run, state, shape, isFirst }: StopProps) {
  const elapsedMs = useElapsed(state.status === 'running' ? state.since : null);
  return (
    <button
      type="button"
      className={styles['stop']}
      data-shape={shape}
      data-run={isFirst || undefined}
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
