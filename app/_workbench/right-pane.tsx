'use client';

import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef } from 'react';
import { firstProblem } from '../_run/findings.ts';
import { type PlaceLinks, placeFinder } from '../_run/mentioned-places.ts';
import { RunPanel } from '../_run/run-panel.tsx';
import styles from './right-pane.module.css';
import { TabList } from './tab-list.tsx';
import type { RightTab } from './use-view.ts';
import type { Workbench } from './use-workbench.ts';

// The server draws these two as well; their code comes after what a first run needs.
const ArgsPane = lazy(async () => ({ default: (await import('./args-pane.tsx')).ArgsPane }));
const InputPane = lazy(async () => ({ default: (await import('./input-pane.tsx')).InputPane }));
const HistoryPane = lazy(async () => ({
  default: (await import('../_history/history-pane.tsx')).HistoryPane,
}));
const TestsPane = lazy(async () => ({ default: (await import('../_tests/tests-pane.tsx')).TestsPane }));

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
          { id: 'tests', label: 'Tests', badge: testsBadge(bench) },
          { id: 'input', label: 'Input', badge: hasText ? 'text' : undefined },
          { id: 'args', label: 'Args & env', badge: countBadge(draft.args, draft.env) },
          { id: 'history', label: 'History' },
        ]}
        current={bench.view.tab}
        onPick={bench.view.showTab}
        panelOf={(id) => `panel-${id}`}
      />
      <div className={styles['panels']}>
        <TabPanel id="output" current={bench.view.tab}>
          {bench.hindrance !== undefined && (
            <p className={styles['hindrance']} role="status">
              {bench.hindrance}
            </p>
          )}
          <RunPanel
            run={run}
            limits={language.limits.run}
            isInteractive={!hasText && run.tests === 0}
            remark={isStale ? 'from an earlier edit' : undefined}
            endAction={<GoToLine bench={bench} />}
            places={places}
          />
        </TabPanel>
        <TabPanel id="tests" current={bench.view.tab}>
          {(bench.view.tab === 'tests' || bench.tests.all.length > 0) && (
            <Suspense>
              <TestsPane
                tests={bench.tests}
                run={run}
                languages={bench.languages}
                isUnchanged={bench.isSameTestRun}
                onDrill={() => bench.view.openDialog('drill')}
              />
            </Suspense>
          )}
        </TabPanel>
        <TabPanel id="input" current={bench.view.tab}>
          <Suspense>
            <InputPane draft={draft} onChange={bench.change} />
          </Suspense>
        </TabPanel>
        <TabPanel id="args" current={bench.view.tab}>
          <Suspense>
            <ArgsPane draft={draft} onChange={bench.change} />
          </Suspense>
        </TabPanel>
        <TabPanel id="history" current={bench.view.tab}>
          {bench.view.tab === 'history' && <PastRuns bench={bench} />}
        </TabPanel>
      </div>
    </>
  );
}

function PastRuns({ bench: { history, draft, languages, restorePast } }: { bench: Workbench }) {
  const nameOf = (wanted: string) => languages.find(({ id }) => id === wanted)?.name ?? wanted;
  return (
    <Suspense>
      <HistoryPane history={history} current={draft} nameOf={nameOf} onRestore={restorePast} />
    </Suspense>
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

/** `3/4` once some have run, else how many there are. */
function testsBadge({ tests: { all, statusOf } }: Workbench): string | undefined {
  if (all.length === 0) return undefined;
  const states = all.map(statusOf);
  const hasRun = states.some((status) => status === 'passed' || status === 'failed');
  const passed = states.filter((status) => status === 'passed').length;
  return hasRun ? `${passed}/${all.length}` : String(all.length);
}

function countBadge(...texts: string[]): string | undefined {
  const count = texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '').length;
  return count === 0 ? undefined : String(count);
}
