'use client';

import type { RedactedTest, TestCase } from '#protocol/judge.ts';
import type { SubmittedTest } from '#protocol/submission.ts';
import { plainVerdictWords } from '#protocol/verdict-words.ts';
import { DiffView } from '../_tests/diff-view.tsx';
import { formatTestTime } from '../_tests/test-time.ts';
import { TextBox } from '../_tests/text-box.tsx';
import type { Standing } from './drill.ts';
import { isShown } from './example-tests.tsx';
import styles from './verdict-list.module.css';

type DrillTest = TestCase | RedactedTest;

const marks: Readonly<Record<Standing['status'], string>> = {
  new: '○',
  waiting: '○',
  running: '…',
  passed: '✓',
  failed: '✗',
  ended: '○',
};

interface VerdictListProps {
  readonly tests: readonly DrillTest[];
  readonly standings: readonly Standing[];
}

/** Each test of the drill with how it stands, and what a visible one found. */
export function VerdictList({ tests, standings }: VerdictListProps) {
  return (
    <ol className={styles['list']} aria-label="Verdicts">
      {tests.map((test, index) => {
        const standing = standings[index] ?? { status: 'new' };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a test's number is what it is known by
          <li key={index} className={styles['row']} data-status={standing.status}>
            <p className={styles['line']}>
              <span aria-hidden="true">{marks[standing.status]}</span>
              <span className={styles['name']}>{nameOf(test, index)}</span>
              <span className={styles['words']}>{wordsOf(standing)}</span>
              {'found' in standing && (
                <span className={styles['time']}>{formatTestTime(standing.found.execution_time_ms)}</span>
              )}
            </p>
            {'found' in standing && isShown(test) && <Found test={test} found={standing.found} />}
          </li>
        );
      })}
    </ol>
  );
}

function Found({ test, found }: { test: TestCase; found: SubmittedTest }) {
  const { verdict, stdout = '', stderr = '', truncated } = found;
  const { kind } = test.comparison;
  if (verdict === 'passed' && stderr === '') return null;
  const isCompared = verdict === 'wrong_answer' && kind !== 'checker' && kind !== 'regex';
  return (
    <details className={styles['found']} open={verdict !== 'passed'}>
      <summary>What it printed</summary>
      {isCompared && !truncated ? (
        <DiffView expected={test.expected ?? ''} actual={stdout} kind={kind} />
      ) : (
        <Printed label="Output" text={stdout} />
      )}
      {stderr !== '' && <Printed label="stderr" text={stderr} />}
      {truncated && <p className={styles['words']}>More was printed than is kept here.</p>}
    </details>
  );
}

function Printed({ label, text }: { label: string; text: string }) {
  return text === '' ? null : <TextBox label={label}>{text}</TextBox>;
}

function nameOf({ name, hidden }: DrillTest, index: number): string {
  const words = name === '' ? `Test ${index + 1}` : `Test ${index + 1}: ${name}`;
  return hidden ? `${words} (hidden)` : words;
}

function wordsOf(standing: Standing): string {
  switch (standing.status) {
    case 'new':
      return '';
    case 'waiting':
      return 'Waits for its turn.';
    case 'running':
      return 'Running…';
    case 'ended':
      return 'Did not run.';
    case 'passed':
    case 'failed':
      return standing.found.message ?? plainVerdictWords(standing.found.verdict);
    default:
      return standing satisfies never;
  }
}
