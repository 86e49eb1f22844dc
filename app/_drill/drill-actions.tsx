'use client';

import { useTitle } from '../_commands/command-titles.tsx';
import styles from './drill-actions.module.css';
import { isShown } from './example-tests.tsx';
import type { DrillWork } from './use-drill.ts';

/** What can be done with a try; on phones it stands at the bottom, where a thumb is. */
export function DrillActions({ work }: { work: DrillWork }) {
  const { attempts, drill, run, hindrance, reset } = work;
  const { isRunning, isSubmitting, runTests, submit, stop } = attempts;
  const isOff = hindrance !== undefined;
  const titles = {
    tests: useTitle('run.tests', 'Run the visible tests'),
    submit: useTitle('drill.submit', 'Submit'),
  };
  const hasVisible = drill.tests.some(isShown);
  const isBusy = isRunning || isSubmitting;
  return (
    <div className={styles['actions']} role="toolbar" aria-label="Your code">
      <button type="button" onClick={reset} title="Back to the starter code">
        Reset
      </button>
      <span className={styles['space']} />
      {isBusy ? (
        <button type="button" data-kind="stop" onClick={stop}>
          Stop
        </button>
      ) : (
        hasVisible && (
          <button
            type="button"
            onClick={runTests}
            disabled={isOff || run.link.status !== 'connected'}
            title={titles.tests}
          >
            Run tests
          </button>
        )
      )}
      <button
        type="button"
        data-kind="first"
        onClick={submit}
        disabled={isOff || isBusy}
        title={titles.submit}
      >
        {isSubmitting ? 'Judging…' : 'Submit'}
      </button>
    </div>
  );
}
