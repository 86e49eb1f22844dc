'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '../_draft/draft.ts';
import { newId } from '../_draft/new-id.ts';
import { shortFiguresOf, wordsForEnd } from '../_run/run-words.ts';
import type { Run } from '../_run/use-run.ts';
import { keptOutput, type PastRun, withPastRun } from './history.ts';

// It comes after the page.
const loadStore = () => import('./history-store.ts');

/** What the shown run was started with. */
export interface Ran {
  readonly language: string;
  readonly draft: Draft;
}

export interface History {
  readonly runs: readonly PastRun[];
  /** How many are kept. */
  readonly most: number;
  /** Those that are kept come when somebody wants to see them: they may be many megabytes. */
  readonly read: () => Promise<void>;
  readonly clear: () => void;
}

/** The last runs of this browser, `most` at most. Where it keeps nothing, those of this page. */
export function useHistory(run: Run, ran: Ran | null, most: number): History {
  const [runs, setRuns] = useState<readonly PastRun[]>([]);
  const { state, session } = run;
  const startedWith = useRef(ran);
  const mostNow = useRef(most);
  useEffect(() => {
    startedWith.current = ran;
    mostNow.current = most;
  }, [ran, most]);

  useEffect(() => {
    if (state.status !== 'finished' || startedWith.current === null || mostNow.current === 0) return;
    const past: PastRun = {
      id: newId(),
      at: Date.now(),
      ...startedWith.current,
      end: wordsForEnd(state.finished),
      figures: shortFiguresOf(state.finished),
      output: `${session.compileLog.text()}${session.runLog.latestText()}`.slice(0, keptOutput),
    };
    setRuns((before) => withPastRun(before, past, mostNow.current));
    // A browser that keeps nothing, or no more, still shows what ran on this page.
    void loadStore()
      .then(({ keepPastRun }) => keepPastRun(past, mostNow.current))
      .catch(() => undefined);
  }, [state, session]);

  const read = useCallback(async () => {
    const { readHistory } = await loadStore();
    const kept = await readHistory();
    const withOne = (all: readonly PastRun[], one: PastRun) => withPastRun(all, one, mostNow.current);
    setRuns((here) => here.toReversed().reduce(withOne, kept));
  }, []);
  const clear = () => {
    setRuns([]);
    void loadStore()
      .then(({ forgetHistory }) => forgetHistory())
      .catch(() => undefined);
  };
  return { runs: runs.slice(0, most), most, read, clear };
}
