'use client';

import { lazy, type ReactNode, Suspense, useState } from 'react';
import { ArtifactCards } from './artifact-cards.tsx';
import { CompileBlock } from './compile-block.tsx';
import type { PlaceLinks } from './mentioned-places.ts';
import { OutputTools } from './output-tools.tsx';
import { type OutputLook, OutputView } from './output-view.tsx';
import { RunHeader } from './run-header.tsx';
import styles from './run-panel.module.css';
import type { RunSession } from './run-session.ts';
import type { RunState } from './run-state.ts';
import { figuresOf, wordsForEnd } from './run-words.ts';
import { StdinRow } from './stdin-row.tsx';
import { useFinding } from './use-finding.ts';
import type { Run } from './use-run.ts';

const TerminalView = lazy(async () => ({ default: (await import('./terminal-view.tsx')).TerminalView }));

export interface RunReportProps {
  readonly run: Run;
  /** True when the run reads what is typed while it runs. */
  readonly isInteractive: boolean;
  /** Said beside the status: `from an earlier edit`. */
  readonly remark?: string | undefined;
  /** Offered beside a failed end: a way to the line it speaks of. */
  readonly endAction?: ReactNode;
  /** Where the code can be gone to from the output. */
  readonly places?: PlaceLinks | undefined;
}

/** What there is to see of a run once there is one. */
export function RunReport({ run, isInteractive, remark, endAction, places }: RunReportProps) {
  const [look, setLook] = useState<OutputLook>({ wrap: true, times: false });
  const [prefersLog, setPrefersLog] = useState(false);
  const { state, session, findings } = run;
  const { hasOutput, showsTerminal, isReading } = partsOf(run, prefersLog);
  const finding = useFinding(hasOutput && !showsTerminal);
  return (
    <section
      ref={finding.panel}
      className={styles['report']}
      aria-label="This run"
      onKeyDown={finding.onKeyDown}
    >
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
      <CompileBlock state={state} log={session.compileLog} wrap={look.wrap} places={places} />
      {hasOutput && (
        <ProgramOutput
          session={session}
          showsTerminal={showsTerminal}
          look={look}
          onFound={finding.end}
          places={places}
        />
      )}
      <ArtifactCards findings={findings} />
      {isReading && isInteractive && (
        <StdinRow onLine={(text) => session.sendLine(text)} onEnd={() => session.endInput()} />
      )}
      <ExitLine state={state} />
    </section>
  );
}

/** What there is to see of a run. */
function partsOf({ state, hasTerminal }: Run, prefersLog: boolean) {
  const showsTerminal = hasTerminal && !prefersLog;
  const endedCompiling = state.status === 'finished' && state.finished.phase === 'compile';
  const isRunning = state.status === 'running' && state.phase === 'run';
  return {
    showsTerminal,
    hasOutput: !endedCompiling,
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
