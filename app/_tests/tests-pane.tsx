'use client';

import { type ReactNode, useRef, useState } from 'react';
import type { LanguageInfo } from '#protocol/language.ts';
import { chordWords } from '../_commands/chord.ts';
import { statusWords } from '../_run/run-words.ts';
import type { Run } from '../_run/use-run.ts';
import { tellRefused, toast } from '../_theme/toast.ts';
import type { ImportedTests } from './import-tests.ts';
import { PasteTests } from './paste-tests.tsx';
import fields from './test-case.module.css';
import { TestForm } from './test-form.tsx';
import { TestList } from './test-list.tsx';
import { TestOutcome } from './test-outcome.tsx';
import { summaryOf } from './test-summary.ts';
import styles from './tests-pane.module.css';
import type { Tests } from './use-tests.ts';

interface TestsPaneProps {
  readonly tests: Tests;
  readonly run: Run;
  readonly languages: readonly LanguageInfo[];
  /** The same program and the same tests ran before. */
  readonly isUnchanged: boolean;
  /** Opens where a drill is made of them. */
  readonly onDrill: () => void;
}

/** Inputs with the outputs that are expected for them, and how the program does. */
export function TestsPane({ tests, run, languages, isUnchanged, onDrill }: TestsPaneProps) {
  const { all, shown, results } = tests;
  const [isPasting, setPasting] = useState(false);
  return (
    <section className={styles['pane']} aria-label="Tests">
      <Tools tests={tests} onPaste={() => setPasting(true)} onDrill={onDrill} />
      <p className={styles['summary']} role="status">
        {problemOf(run) ?? summaryOf(all, results)}
        {isUnchanged && <span className={styles['hint']}> · No change since last run</span>}
      </p>
      {all.length === 0 && !isPasting && <Empty />}
      <TestList tests={tests} />
      {isPasting && <PasteTests onDone={() => setPasting(false)} onText={(text) => paste(text, tests)} />}
      {shown !== undefined && (
        <div className={fields['case']}>
          <TestOutcome test={shown} tests={tests} />
          <TestForm
            key={shown.id}
            test={shown}
            languages={languages}
            onChange={(change) => tests.change(shown.id, change)}
          />
        </div>
      )}
    </section>
  );
}

interface ToolsProps {
  readonly tests: Tests;
  readonly onPaste: () => void;
  readonly onDrill: () => void;
}

function Tools({ tests, onPaste, onDrill }: ToolsProps) {
  const { all, isRunning } = tests;
  const hasFailed = all.some((test) => tests.statusOf(test) === 'failed');
  return (
    <div className={styles['tools']} role="toolbar" aria-label="Tests">
      <Tool onPress={tests.runAll} isOff={all.length === 0 || isRunning} title={chordWords("Mod+'")} isFirst>
        Run tests
      </Tool>
      {hasFailed && (
        <Tool onPress={tests.runFailed} isOff={isRunning} title={chordWords("Mod+Alt+'")}>
          Run failed
        </Tool>
      )}
      <span className={styles['space']} />
      <Tool onPress={() => tests.add()} title={chordWords('Alt+N')}>
        Add
      </Tool>
      <Tool onPress={onPaste} title="Inputs and outputs with --- between">
        Paste
      </Tool>
      <ImportTool tests={tests} />
      <Tool onPress={onDrill} title="What it asks for, hidden tests, and a link for others to solve it">
        Drill…
      </Tool>
    </div>
  );
}

interface ToolProps {
  readonly onPress: () => void;
  readonly isOff?: boolean;
  readonly isFirst?: boolean;
  readonly title?: string;
  readonly children: ReactNode;
}

function Tool({ onPress, isOff = false, isFirst = false, title, children }: ToolProps) {
  return (
    <button type="button" onClick={onPress} disabled={isOff} data-first={isFirst} title={title}>
      {children}
    </button>
  );
}

function ImportTool({ tests }: { tests: Tests }) {
  const field = useRef<HTMLInputElement>(null);
  const take = (files: readonly File[]) =>
    void import('./import-tests.ts')
      .then(({ importTests }) => importTests(files))
      .then((imported) => takeIn(imported, tests))
      .catch(() => toast.error('These files could not be read.'));
  return (
    <>
      <Tool onPress={() => field.current?.click()} title="Files *.in and *.out, or a zip of them">
        Import
      </Tool>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        accept=".in,.out,.ans,.zip"
        aria-label="Files with tests"
        onChange={({ currentTarget }) => {
          take([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </>
  );
}

function paste(text: string, tests: Tests): void {
  void import('./import-tests.ts').then(({ parsePasted }) => takeIn(parsePasted(text), tests));
}

function takeIn({ tests: taken, refused }: ImportedTests, tests: Tests): void {
  tests.put(taken);
  const count = taken.length === 1 ? '1 test' : `${taken.length} tests`;
  if (taken.length > 0) toast(`Added ${count}`);
  tellRefused(refused);
}

/** Why there are no verdicts, where the run ended before them. */
function problemOf({ tests, state }: Run): string | undefined {
  if (tests === 0) return undefined;
  if (state.status === 'queued' || state.status === 'refused' || state.status === 'lost')
    return statusWords(state);
  if (state.status !== 'finished') return undefined;
  const { kind } = state.finished.outcome;
  return kind === 'ok' || kind === 'tests_failed' ? undefined : statusWords(state);
}

function Empty() {
  return (
    <div className={styles['empty']}>
      <p>No tests yet.</p>
      <p>A test is an input and the output that is expected for it.</p>
    </div>
  );
}
