'use client';

import type { DraftTest } from '../_draft/draft-tests.ts';
import { dragOrder } from '../_theme/drag-order.ts';
import type { TestStatus } from './test-results.ts';
import { formatTestTime } from './test-time.ts';
import styles from './tests-pane.module.css';
import type { Tests } from './use-tests.ts';

const marks: Readonly<Record<TestStatus, string>> = {
  new: '○',
  waiting: '○',
  running: '…',
  passed: '✓',
  failed: '✗',
  edited: '○',
  ended: '○',
};

const words: Readonly<Record<TestStatus, string>> = {
  new: 'not run yet',
  waiting: 'waits',
  running: 'running',
  passed: 'passed',
  failed: 'failed',
  edited: 'edited since it ran',
  ended: 'did not run',
};

/** Each test with how it stands, in the order in which they run. */
export function TestList({ tests }: { tests: Tests }) {
  return (
    <ol className={styles['list']} aria-label="Test cases">
      {tests.all.map((test, index) => (
        <li key={test.id}>
          <button
            type="button"
            className={styles['chip']}
            data-status={tests.statusOf(test)}
            aria-pressed={tests.shown?.id === test.id}
            onClick={() => tests.choose(test.id)}
            {...dragOrder({ kind: 'test', id: test.id, onMove: tests.move })}
          >
            <span aria-hidden="true">{marks[tests.statusOf(test)]}</span>
            <span className={styles['name']}>{nameOf(test, index)}</span>
            <span className="visually-hidden">{words[tests.statusOf(test)]}</span>
            <Time test={test} tests={tests} />
          </button>
        </li>
      ))}
    </ol>
  );
}

function Time({ test, tests }: { test: DraftTest; tests: Tests }) {
  const report = tests.results[test.id]?.progress?.report;
  if (report === undefined || tests.statusOf(test) === 'edited') return null;
  return <span className={styles['time']}>{formatTestTime(report.wallMs)}</span>;
}

/** `2 empty input` */
export function nameOf({ name }: DraftTest, index: number): string {
  return name === '' ? `${index + 1}` : `${index + 1} ${name}`;
}
