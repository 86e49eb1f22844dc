'use client';

import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { firstProblem } from '../_run/findings.ts';
import { type PlaceLinks, placeFinder } from '../_run/mentioned-places.ts';
import { RunPanel } from '../_run/run-panel.tsx';
import { ArgsPane } from './args-pane.tsx';
import { InputPane } from './input-pane.tsx';
import styles from './right-pane.module.css';
import { TabList } from './tab-list.tsx';
import type { RightTab, Workbench } from './use-workbench.ts';

/** What goes into the program and what comes out of it. */
export function RightPane({ bench }: { bench: Workbench }) {
  const { draft, run, language } = bench;
  const hasText = draft.inputMode === 'text' && draft.stdin !== '';
  const isStale = bench.isStale && run.state.status !== 'idle';
  const places = usePlaces(bench);
  return (
    <>
      <TabList<RightTab>
        label="Program"
        tabs={[
          { id: 'output', label: 'Output' },
          { id: 'input', label: 'Input', badge: hasText ? 'text' : undefined },
          { id: 'args', label: 'Args & env', badge: countBadge(draft.args, draft.env) },
        ]}
        current={bench.tab}
        onPick={bench.showTab}
        panelOf={(id) => `panel-${id}`}
      />
      <div className={styles['panels']}>
        <TabPanel id="output" current={bench.tab}>
          {bench.hindrance !== undefined && (
            <p className={styles['hindrance']} role="status">
              {bench.hindrance}
            </p>
          )}
          <RunPanel
            run={run}
            limits={language.limits.run}
            isInteractive={!hasText}
            remark={isStale ? 'from an earlier edit' : undefined}
            endAction={<GoToLine bench={bench} />}
            places={places}
          />
        </TabPanel>
        <TabPanel id="input" current={bench.tab}>
          <InputPane draft={draft} onChange={bench.change} />
        </TabPanel>
        <TabPanel id="args" current={bench.tab}>
          <ArgsPane draft={draft} onChange={bench.change} />
        </TabPanel>
      </div>
    </>
  );
}

/** Every panel stays as it is while another is shown: its scroll position, its text selection. */
function TabPanel({ id, current, children }: { id: RightTab; current: RightTab; children: ReactNode }) {
  const isShown = id === current;
  return (
    <div
      id={`panel-${id}`}
      role="tabpanel"
      aria-labelledby={`tab-${id}`}
      className={styles['panel']}
      data-shown={isShown}
      inert={!isShown}
    >
      {children}
    </div>
  );
}

/** The same ones as long as the files have the same names: what was drawn with them need not be drawn anew. */
function usePlaces({ files: { paths }, reveal }: Workbench): PlaceLinks {
  const names = JSON.stringify(paths);
  const open = useRef(reveal);
  useEffect(() => {
    open.current = reveal;
  });
  return useMemo(
    () => ({ find: placeFinder(JSON.parse(names)), open: (place) => open.current(place) }),
    [names],
  );
}

/** After a failure that speaks of a place in the code: the way there. */
function GoToLine({ bench: { run, files, reveal } }: { bench: Workbench }) {
  const { state, findings } = run;
  if (state.status !== 'finished') return null;
  if (state.finished.outcome.kind !== 'exit_nonzero' && state.finished.outcome.kind !== 'compile_error')
    return null;
  const problem = firstProblem(findings);
  if (!problem || !files.paths.includes(problem.file)) return null;
  const { file: path, line, column } = problem;
  return (
    <button type="button" className={styles['goTo']} onClick={() => reveal({ path, line, column })}>
      Go to {files.isMain(path) ? 'line ' : `${path}:`}
      {line}
    </button>
  );
}

function countBadge(...texts: string[]): string | undefined {
  const count = texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '').length;
  return count === 0 ? undefined : String(count);
}
