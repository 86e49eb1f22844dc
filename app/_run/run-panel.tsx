'use client';

import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { LimitRanges } from '#protocol/limits.ts';
import { formatBytes, formatSeconds } from '#protocol/outcome-words.ts';
import { useKeyWords } from '../_commands/command-titles.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import type { Findings } from './findings.ts';
import type { PlaceLinks } from './mentioned-places.ts';
import { OutputTools } from './output-tools.tsx';
import { OutputView } from './output-view.tsx';
import { RunHeader } from './run-header.tsx';
import styles from './run-panel.module.css';
import type { RunSession } from './run-session.ts';
import { isUnderWay, type RunState } from './run-state.ts';
import { figuresOf, statusWords, wordsForEnd } from './run-words.ts';
import { StdinRow } from './stdin-row.tsx';
import type { Run } from './use-run.ts';

const ArtifactCards = lazy(async () => ({ default: (await import('./artifact-cards.tsx')).ArtifactCards }));
const CompileBlock = lazy(async () => ({ default: (await import('./compile-block.tsx')).CompileBlock }));
const TerminalView = lazy(async () => ({ default: (await import('./terminal-view.tsx')).TerminalView }));

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
  const [prefersLog, setPrefersLog] = useState(false);
  const showsTerminal = run.hasTerminal && !prefersLog;
  const { state, session, findings } = run;
  const hasRun = state.status !== 'idle';
  const endedCompiling = state.status === 'finished' && state.finished.phase === 'compile';
  const isWaitingForInput =
    state.status === 'running' && state.phase === 'run' && isInteractive && !showsTerminal;
  return (
    <section className={styles['panel']} aria-label="Output">
      <ConnectionBanner link={run.link} isRunUnderWay={isUnderWay(state)} />
      {hasRun && (
        <div className={styles['bar']}>
          <RunHeader state={state} remark={remark} action={endAction} />
          <OutputTools log={session.runLog} wrap={wrap} onWrap={setWrap} onClear={() => session.clear()}>
            {run.hasTerminal && (
              <button type="button" aria-pressed={prefersLog} onClick={() => setPrefersLog(!prefersLog)}>
                Log
              </button>
            )}
          </OutputTools>
        </div>
      )}
      <p className="visually-hidden" role="status">
        {hasRun ? statusWords(state) : ''}
      </p>
      <Suspense>
        <CompileBlock state={state} log={session.compileLog} wrap={wrap} places={places} />
      </Suspense>
      {!hasRun && <EmptyState limits={limits} />}
      {hasRun && !endedCompiling && (
        <ProgramOutput session={session} showsTerminal={showsTerminal} wrap={wrap} places={places} />
      )}
      <LeftFiles findings={findings} />
      {isWaitingForInput && (
        <StdinRow onLine={(text) => session.sendLine(text)} onEnd={() => session.endInput()} />
      )}
      <ExitLine state={state} />
      {isUnderWay(state) && <div className={styles['pulse']} />}
    </section>
  );
}

/** What the program left in `out/`, where it left something. */
function LeftFiles({ findings }: { findings: Findings }) {
  if (findings.artifacts.length === 0 && findings.leftOut.length === 0) return null;
  return (
    <Suspense>
      <ArtifactCards findings={findings} />
    </Suspense>
  );
}

interface ProgramOutputProps {
  readonly session: RunSession;
  readonly showsTerminal: boolean;
  readonly wrap: boolean;
  readonly places: PlaceLinks | undefined;
}

/** What the program prints: on the screen of its terminal, or line by line. */
function ProgramOutput({ session, showsTerminal, wrap, places }: ProgramOutputProps) {
  if (!showsTerminal)
    return <OutputView log={session.runLog} label="Program output" wrap={wrap} places={places} />;
  return (
    <Suspense>
      <TerminalView session={session} />
    </Suspense>
  );
}

function ExitLine({ state }: { state: RunState }) {
  if (state.status !== 'finished') return null;
  const { tone, mark, title } = wordsForEnd(state.finished);
  return (
    <p className={styles['exit']} data-tone={tone}>
      <span>
        {mark} {title}
      </span>
      <span className={styles['figures']}>{figuresOf(state.finished)}</span>
    </p>
  );
}

function EmptyState({ limits }: { limits: LimitRanges }) {
  const keys = useKeyWords('run.toggle');
  return (
    <div className={styles['empty']}>
      <p>Nothing has run yet.</p>
      <p>
        Press Run{keys !== undefined && ` or ${keys}`}. Limits: {limitWords(limits)}, no network.
      </p>
    </div>
  );
}

/** `10 s, 128 MB` */
export function limitWords({ wallMs, memoryBytes }: LimitRanges): string {
  return `${formatSeconds(wallMs.default)}, ${formatBytes(memoryBytes.default)}`;
}
