'use client';

import { type ReactNode, useState } from 'react';
import type { LimitRanges } from '#protocol/limits.ts';
import { formatBytes, formatSeconds } from '#protocol/outcome-words.ts';
import { ArtifactCards } from './artifact-cards.tsx';
import { CompileBlock } from './compile-block.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import type { PlaceLinks } from './mentioned-places.ts';
import { OutputTools } from './output-tools.tsx';
import { OutputView } from './output-view.tsx';
import { RunHeader } from './run-header.tsx';
import styles from './run-panel.module.css';
import { isUnderWay } from './run-state.ts';
import { figuresOf, statusWords, wordsForEnd } from './run-words.ts';
import { StdinRow } from './stdin-row.tsx';
import type { Run } from './use-run.ts';

interface RunPanelProps {
  readonly run: Run;
  /** The limits a run has when nothing else is asked for: shown before the first run. */
  readonly limits: LimitRanges;
  /** True when the run reads what is typed while it runs. */
  readonly isInteractive: boolean;
  /** Said beside the status: `from an earlier edit`. */
  readonly remark?: string | undefined;
  /** Offered beside a failed end: a way to the line it speaks of. */
  readonly endAction?: ReactNode;
  /** Where the code can be gone to from the output. */
  readonly places?: PlaceLinks | undefined;
}

/** What a run says: its status, the compiler's words, the output as it comes, a row to type into, and how it ended. */
export function RunPanel({ run, limits, isInteractive, remark, endAction, places }: RunPanelProps) {
  const [wrap, setWrap] = useState(true);
  const { state, session, findings } = run;
  const hasRun = state.status !== 'idle';
  const endedCompiling = state.status === 'finished' && state.finished.phase === 'compile';
  const isWaitingForInput = state.status === 'running' && state.phase === 'run' && isInteractive;
  return (
    <section className={styles['panel']} aria-label="Output">
      <ConnectionBanner link={run.link} isRunUnderWay={isUnderWay(state)} />
      {hasRun && (
        <div className={styles['bar']}>
          <RunHeader state={state} remark={remark} action={endAction} />
          <OutputTools log={session.runLog} wrap={wrap} onWrap={setWrap} onClear={() => session.clear()} />
        </div>
      )}
      <p className="visually-hidden" role="status">
        {hasRun ? statusWords(state) : ''}
      </p>
      <CompileBlock state={state} log={session.compileLog} wrap={wrap} places={places} />
      {!hasRun && <EmptyState limits={limits} />}
      {hasRun && !endedCompiling && (
        <OutputView log={session.runLog} label="Program output" wrap={wrap} places={places} />
      )}
      <ArtifactCards findings={findings} />
      {isWaitingForInput && (
        <StdinRow onLine={(text) => session.sendLine(text)} onEnd={() => session.endInput()} />
      )}
      {state.status === 'finished' && (
        <p className={styles['exit']} data-tone={wordsForEnd(state.finished).tone}>
          <span>
            {wordsForEnd(state.finished).mark} {wordsForEnd(state.finished).title}
          </span>
          <span className={styles['figures']}>{figuresOf(state.finished)}</span>
        </p>
      )}
      {isUnderWay(state) && <div className={styles['pulse']} />}
    </section>
  );
}

function EmptyState({ limits }: { limits: LimitRanges }) {
  return (
    <div className={styles['empty']}>
      <p>Nothing has run yet.</p>
      <p>Press Run or Ctrl+Enter. Limits: {limitWords(limits)}, no network.</p>
    </div>
  );
}

/** `10 s, 128 MB` */
export function limitWords({ wallMs, memoryBytes }: LimitRanges): string {
  return `${formatSeconds(wallMs.default)}, ${formatBytes(memoryBytes.default)}`;
}
