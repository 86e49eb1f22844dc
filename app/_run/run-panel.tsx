'use client';

import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { LimitRanges } from '#protocol/limits.ts';
import { formatBytes, formatSeconds } from '#protocol/outcome-words.ts';
import { useKeyWords } from '../_commands/command-titles.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import type { Findings } from './findings.ts';
import type { PlaceLinks } from './mentioned-places.ts';
import { OutputTools } from './output-tools.tsx';
import { type OutputLook, OutputView } from './output-view.tsx';
import { RunHeader } from './run-header.tsx';
import styles from './run-panel.module.css';
import type { RunSession } from './run-session.ts';
import { isUnderWay, type RunState } from './run-state.ts';
import { figuresOf, statusWords, wordsForEnd } from './run-words.ts';
import { StdinRow } from './stdin-row.tsx';
import { useFinding } from './use-finding.ts';
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
  const [look, setLook] = useState<OutputLook>({ wrap: true, times: false });
  const [prefersLog, setPrefersLog] = useState(false);
  const { state, session, findings } = run;
  const { hasRun, hasOutput, showsTerminal, isReading } = partsOf(run, prefersLog);
  const finding = useFinding(hasOutput && !showsTerminal);
  return (
    <section
      ref={finding.panel}
      className={styles['panel']}
      aria-label="Output"
      onKeyDown={finding.onKeyDown}
    >
      <ConnectionBanner link={run.link} isRunUnderWay={isUnderWay(state)} isForeign={run.isForeign} />
      {hasRun && (
        <div className={styles['bar']}>
          <RunHeader state={state} remark={remark} action={endAction} />
          <OutputTools
            log={session.runLog}
            look={look}
            onLook={setLook}
            onFind={finding.begin}
            onClear={() => session.clear()}
          >
            {run.hasTerminal && <LogToggle isOn={prefersLog} onToggle={setPrefersLog} />}
          </OutputTools>
        </div>
      )}
      <p className="visually-hidden" role="status">
        {hasRun ? statusWords(state) : ''}
      </p>
      <Suspense>
        <CompileBlock state={state} log={session.compileLog} wrap={look.wrap} places={places} />
      </Suspense>
      {!hasRun && <EmptyState limits={limits} />}
      {hasOutput && (
        <ProgramOutput
          session={session}
          showsTerminal={showsTerminal}
          look={look}
          onFound={finding.end}
          places={places}
        />
      )}
      <LeftFiles findings={findings} />
      {isReading && isInteractive && (
        <StdinRow onLine={(text) => session.sendLine(text)} onEnd={() => session.endInput()} />
      )}
      <ExitLine state={state} />
      {isUnderWay(state) && <div className={styles['pulse']} />}
    </section>
  );
}

/** What there is to see of a run. */
function partsOf({ state, hasTerminal }: Run, prefersLog: boolean) {
  const hasRun = state.status !== 'idle';
  const showsTerminal = hasTerminal && !prefersLog;
  const endedCompiling = state.status === 'finished' && state.finished.phase === 'compile';
  const isRunning = state.status === 'running' && state.phase === 'run';
  return {
    ...{ hasRun, showsTerminal },
    hasOutput: hasRun && !endedCompiling,
    /** Whether lines may be typed into the program. */
    isReading: isRunning && !showsTerminal,
  };
}

function LogToggle({ isOn, onToggle }: { isOn: boolean; onToggle: (isOn: boolean) => void }) {
  return (
    <button type="button" aria-pressed={isOn} onClick={() => onToggle(!isOn)}>
      Log
    </button>
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
  readonly look: OutputLook;
  readonly onFound: (() => void) | undefined;
  readonly places: PlaceLinks | undefined;
}

/** What the program prints: on the screen of its terminal, or line by line. */
function ProgramOutput({ session, showsTerminal, ...shown }: ProgramOutputProps) {
  if (!showsTerminal) return <OutputView log={session.runLog} label="Program output" {...shown} />;
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
