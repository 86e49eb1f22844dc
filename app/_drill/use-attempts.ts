'use client';

import { useState } from 'react';
import type { Snippet } from '#protocol/snippet.ts';
import type { Submission } from '#protocol/submission.ts';
import { isUnderWay } from '../_run/run-state.ts';
import { queueWords, statusWords } from '../_run/run-words.ts';
import type { RunInput } from '../_run/socket.ts';
import type { TestProgress } from '../_run/test-progress.ts';
import type { Run } from '../_run/use-run.ts';
import { type Attempt, foundInRun, type Standing, standingsOf } from './drill.ts';
import { isShown } from './example-tests.tsx';
import type { Best } from './progress.ts';
import { useSubmission } from './use-submission.ts';

/** What was tried last in a drill, and what came of it. */
export interface Attempts {
  /** Each test of the drill, in its order. */
  readonly standings: readonly Standing[];
  /** How it stands in words; empty before the first try. */
  readonly words: string;
  /** What the compiler said of the last submission. */
  readonly compileOutput: string;
  readonly isSubmitting: boolean;
  readonly isRunning: boolean;
  readonly best: Best | null;
  /** Runs the visible tests. */
  readonly runTests: () => void;
  /** Runs all tests, the hidden ones too. */
  readonly submit: () => void;
  readonly stop: () => void;
}

interface AttemptsParts {
  readonly drill: Snippet;
  readonly run: Run;
  readonly submissionNow: () => Submission;
  /** What a run of the visible tests sends, without them. */
  readonly programNow: () => RunInput;
}

export function useAttempts(parts: AttemptsParts): Attempts {
  const { drill, run, programNow } = parts;
  const [shown, show] = useState<'nothing' | 'run' | 'submission'>('nothing');
  const submitting = useSubmission(drill, parts.submissionNow);
  const { attempt, isSubmitting } = submitting;
  const isRunning = shown === 'run' && isUnderWay(run.state);
  const isBusy = isSubmitting || isUnderWay(run.state);
  const visible = drill.tests.flatMap((test, index) => (isShown(test) ? [{ test, index }] : []));
  const runTests = () => {
    if (isBusy || visible.length === 0 || run.link.status !== 'connected') return;
    show('run');
    const tests = visible.map(({ test }) => test);
    void run.session.start({ ...programNow(), interactive: false, tests }).catch(reportError);
  };
  const submit = () => {
    if (isBusy) return;
    show('submission');
    submitting.begin();
  };
  const stop = () => (isSubmitting ? submitting.stop() : run.session.stop());
  const given = { isSubmitting, isRunning, best: submitting.best, runTests, submit, stop };
  if (shown === 'run') {
    const standings = standingsInRun(
      drill,
      run,
      visible.map(({ index }) => index),
    );
    return { ...given, standings, words: runWords(run), compileOutput: '' };
  }
  if (shown === 'nothing')
    return { ...given, standings: drill.tests.map(() => ({ status: 'new' })), words: '', compileOutput: '' };
  const { compileOutput } = attempt;
  return {
    ...given,
    standings: standingsOf(drill.tests, attempt),
    words: attemptWords(drill, attempt),
    compileOutput,
  };
}

/** The visible tests are numbered anew in a run of theirs. */
function standingsInRun(drill: Snippet, run: Run, ran: readonly number[]): readonly Standing[] {
  const isOver = !isUnderWay(run.state);
  return drill.tests.map((_, index) => {
    const place = ran.indexOf(index);
    if (place < 0) return { status: 'new' };
    const progress = run.findings.tests.get(place + 1);
    return standingInRun(index + 1, progress, isOver);
  });
}

function standingInRun(index: number, progress: TestProgress | undefined, isOver: boolean): Standing {
  const found = progress && foundInRun(index, progress);
  if (found) return { status: found.verdict === 'passed' ? 'passed' : 'failed', found };
  if (isOver) return { status: 'ended' };
  return { status: progress === undefined ? 'waiting' : 'running' };
}

function runWords({ state }: Run): string {
  if (state.status === 'submitting') return 'Running the visible tests…';
  return statusWords(state);
}

function attemptWords({ tests }: Snippet, { status, position, found, end = '' }: Attempt): string {
  if (status === 'over') return end;
  if (position > 0) return queueWords(position);
  return `Judging: ${found.size} of ${tests.length} tests are done.`;
}
