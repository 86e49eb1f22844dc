'use client';

import type { DraftTest } from '../_draft/draft-tests.ts';
import type { TestProgress } from '../_run/test-progress.ts';
import { copyText } from '../_theme/copy-text.ts';
import { DiffView } from './diff-view.tsx';
import fields from './test-case.module.css';
import { nameOf } from './test-list.tsx';
import styles from './tests-pane.module.css';
import boxes from './text-box.module.css';
import type { Tests } from './use-tests.ts';
import { verdictWords } from './verdict-words.ts';

/** What came of a test, and what can be done with it. */
export function TestOutcome({ test, tests }: { test: DraftTest; tests: Tests }) {
  const status = tests.statusOf(test);
  const progress = status === 'edited' ? undefined : tests.results[test.id]?.progress;
  const { name, stdin, expected, args, comparison, seconds, hidden } = test;
  return (
    <div className={fields['outcome']}>
      <div className={styles['tools']}>
        <h2 data-status={status}>{wordsOf(test, tests)}</h2>
        <span className={styles['space']} />
        <button type="button" onClick={() => tests.runOne(test)} disabled={tests.isRunning}>
          Run this
        </button>
        <button
          type="button"
          onClick={() => tests.add({ name, stdin, expected, args, comparison, seconds, hidden })}
        >
          Duplicate
        </button>
        <button type="button" onClick={() => tests.remove(test.id)}>
          Delete
        </button>
      </div>
      {progress?.report && <Found test={test} progress={progress} tests={tests} />}
    </div>
  );
}

interface FoundProps {
  readonly test: DraftTest;
  readonly progress: TestProgress;
  readonly tests: Tests;
}

function Found({ test, progress, tests }: FoundProps) {
  const { stdout, stderr, report } = progress;
  const isWrong = report?.verdict === 'wrong_answer';
  const isText = test.comparison.kind !== 'checker' && test.comparison.kind !== 'regex';
  return (
    <>
      {isWrong && isText ? (
        <DiffView expected={test.expected} actual={stdout} kind={test.comparison.kind} />
      ) : (
        stdout !== '' && <Printed label="Output" text={stdout} />
      )}
      {stderr !== '' && <Printed label="stderr" text={stderr} />}
      {report?.verdict !== 'passed' && (
        <div className={styles['tools']}>
          {isText && stdout !== '' && (
            <button type="button" onClick={() => tests.change(test.id, { expected: stdout })}>
              Use actual as expected
            </button>
          )}
          <button type="button" onClick={() => copyReport(test, progress)}>
            Copy as bug report
          </button>
        </div>
      )}
    </>
  );
}

function Printed({ label, text }: { label: string; text: string }) {
  return (
    <section className={boxes['box']} aria-label={label}>
      <h3>{label}</h3>
      <pre>{text}</pre>
    </section>
  );
}

function wordsOf(test: DraftTest, tests: Tests): string {
  const name = `Test ${nameOf(test, tests.all.indexOf(test))}`;
  const report = tests.results[test.id]?.progress?.report;
  const status = tests.statusOf(test);
  switch (status) {
    case 'passed':
    case 'failed':
      return `${name}: ${report ? verdictWords(report) : ''}`;
    case 'edited':
      return `${name}: edited since it ran.`;
    case 'ended':
      return `${name}: it did not run.`;
    case 'running':
      return `${name}: running…`;
    case 'waiting':
      return `${name}: waits for its turn.`;
    case 'new':
      return name;
    default:
      return status satisfies never;
  }
}

function copyReport({ name, stdin, expected }: DraftTest, { stdout, stderr, report }: TestProgress): void {
  const parts = [
    `Test ${name}: ${report ? verdictWords(report) : ''}`,
    `Input:\n${stdin}`,
    `Expected:\n${expected}`,
    `Actual:\n${stdout}`,
    ...(stderr === '' ? [] : [`stderr:\n${stderr}`]),
  ];
  copyText(parts.join('\n\n'));
}
