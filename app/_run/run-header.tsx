'use client';

import type { ReactNode } from 'react';
import { formatSeconds } from '#protocol/outcome-words.ts';
import styles from './run-header.module.css';
import type { Running, RunState } from './run-state.ts';
import { shortFiguresOf, statusWords, type Tone, usageWords, wordsForEnd } from './run-words.ts';
import { useElapsed } from './use-elapsed.ts';

interface RunHeaderProps {
  readonly state: RunState;
  readonly remark?: string | undefined;
  readonly action?: ReactNode;
}

/** One line over the output: what is happening, or how it ended. */
export function RunHeader({ state, remark, action }: RunHeaderProps) {
  return (
    <div className={styles['header']} data-tone={toneOf(state)}>
      <Words state={state} />
      {state.status === 'finished' && action}
      {remark && <span className={styles['remark']}>{remark}</span>}
    </div>
  );
}

function Words({ state }: { state: RunState }) {
  switch (state.status) {
    case 'running':
      return <RunningWords state={state} />;
    case 'queued':
      return (
        <>
          <span className={styles['spinner']} aria-hidden="true" />
          {statusWords(state)}
        </>
      );
    case 'finished':
      return <EndTitle state={state} />;
    case 'refused':
      return (
        <span>
          ✗ {state.problem.message}
          {state.problem.retryAfter !== undefined && ` Try again in ${state.problem.retryAfter} s.`}
        </span>
      );
    case 'lost':
      return <span>⚠ {statusWords(state)}</span>;
    case 'idle':
    case 'submitting':
      return null;
    default:
      return state satisfies never;
  }
}

function RunningWords({ state }: { state: Running }) {
  const elapsedMs = useElapsed(state.since);
  const verb = state.phase === 'compile' ? 'Compiling…' : 'Running…';
  const parts = [`${verb} ${formatSeconds(Math.round(elapsedMs / 100) * 100)}`];
  if (state.usage) parts.push(usageWords(state.usage));
  return (
    <>
      <span className={styles['spinner']} aria-hidden="true" />
      <span className={styles['figures']}>{parts.join(' · ')}</span>
    </>
  );
}

function EndTitle({ state }: { state: Extract<RunState, { status: 'finished' }> }) {
  const { mark, title } = wordsForEnd(state.finished);
  const { facts } = state.finished;
  return (
    <span>
      {mark} {title} <span className={styles['figures']}>· {shortFiguresOf(state.finished)}</span>
      {facts.map((fact) => (
        <span key={fact} className={styles['fact']}>
          {factWords[fact]}
        </span>
      ))}
    </span>
  );
}

const factWords = {
  process_limit: 'It met the process limit.',
  disk_limit: 'It met the disk limit.',
} as const;

function toneOf(state: RunState): Tone {
  if (state.status === 'finished') return wordsForEnd(state.finished).tone;
  if (state.status === 'refused') return 'err';
  return state.status === 'lost' ? 'warn' : 'muted';
}
