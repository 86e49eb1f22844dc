'use client';

import { useEffect, useState } from 'react';
import { type DraftTest, newTest } from '../_draft/draft-tests.ts';
import type { DraftHandle } from '../_draft/use-draft.ts';
import { withMoved } from '../_draft/with-moved.ts';
import { isUnderWay } from '../_run/run-state.ts';
import type { Run } from '../_run/use-run.ts';
import { toast } from '../_theme/toast.ts';
import { statusOf, type TestResults, type TestStatus } from './test-results.ts';

/** The tests of the draft, one of which is looked at, and what came of them. */
export interface Tests {
  readonly all: readonly DraftTest[];
  /** The chosen one. While none is chosen it is the first that failed; after that it never changes by itself. */
  readonly shown: DraftTest | undefined;
  readonly results: TestResults;
  readonly isRunning: boolean;
  readonly statusOf: (test: DraftTest) => TestStatus;
  readonly choose: (id: string) => void;
  readonly add: (given?: Partial<DraftTest>) => void;
  /** Puts several at the end. */
  readonly put: (tests: readonly DraftTest[]) => void;
  readonly change: (id: string, change: Partial<DraftTest>) => void;
  /** What was deleted can be brought back for a while. */
  readonly remove: (id: string) => void;
  readonly move: (id: string, target: string) => void;
  readonly runAll: () => void;
  readonly runOne: (test: DraftTest) => void;
  /** Those that did not pass the last time. */
  readonly runFailed: () => void;
}

export function useTests(
  { draft, draftNow, change }: DraftHandle,
  run: Run,
  /** False where no run can be started now: then what is known of the tests stays. */
  start: (tests: readonly DraftTest[]) => boolean,
): Tests {
  const [chosenId, choose] = useState<string | null>(null);
  const { results, begin } = useResults(run);
  const all = draft.tests;
  const isRunning = run.tests > 0 && isUnderWay(run.state);
  const status = (test: DraftTest) => statusOf(test, results[test.id], isRunning);
  const chosen = all.find(({ id }) => id === chosenId);
  const put = (tests: readonly DraftTest[]) => change({ tests: [...draftNow().tests, ...tests] });
  const begun = (tests: readonly DraftTest[]) => {
    if (tests.length === 0 || isUnderWay(run.state)) return;
    if (start(tests)) begin(tests);
  };
  return {
    ...{ all, results, isRunning, choose, put },
    shown: chosen ?? all.find((test) => status(test) === 'failed'),
    statusOf: status,
    add: (given) => {
      const test = newTest(given);
      put([test]);
      choose(test.id);
    },
    change: (id, part) =>
      change({ tests: draftNow().tests.map((test) => (test.id === id ? { ...test, ...part } : test)) }),
    remove: (id) => {
      const { tests } = draftNow();
      const index = tests.findIndex((test) => test.id === id);
      const test = tests[index];
      if (test === undefined) return;
      change({ tests: tests.toSpliced(index, 1) });
      const undo = () => change({ tests: draftNow().tests.toSpliced(index, 0, test) });
      toast(`Deleted ${test.name || 'the test'}`, { action: { label: 'Undo', onClick: undo } });
    },
    move: (moved, target) =>
      change({ tests: withMoved(draftNow().tests, ({ id }) => id, { moved, target }) }),
    runAll: () => begun(draftNow().tests),
    runOne: (test) => begun([test]),
    runFailed: () => begun(all.filter((test) => status(test) !== 'passed')),
  };
}

/** What came of each test in its last run: a run of some leaves what is known of the others. */
function useResults({ findings, tests: count }: Run) {
  const [results, setResults] = useState<TestResults>({});
  const [sent, setSent] = useState<readonly DraftTest[]>([]);
  const { tests } = findings;
  useEffect(() => {
    if (count === 0 || tests.size === 0) return;
    const now = sent.flatMap((test, index) => {
      const progress = tests.get(index + 1);
      return progress === undefined ? [] : [[test.id, { sent: test, progress }] as const];
    });
    setResults((before) => ({ ...before, ...Object.fromEntries(now) }));
  }, [tests, sent, count]);
  const begin = (begun: readonly DraftTest[]) => {
    setSent(begun);
    const waiting = begun.map((test) => [test.id, { sent: test }] as const);
    setResults((before) => ({ ...before, ...Object.fromEntries(waiting) }));
  };
  return { results, begin };
}
