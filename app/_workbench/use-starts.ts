'use client';

import { useState } from 'react';
import { isSameProgram } from '../_draft/draft.ts';
import type { DraftHandle } from '../_draft/use-draft.ts';
import type { Ran } from '../_history/use-history.ts';
import type { RunInput } from '../_run/socket.ts';
import type { Run } from '../_run/use-run.ts';
import { type Tests, useTests } from '../_tests/use-tests.ts';
import { testRunOf } from './requests.ts';
import type { View } from './use-view.ts';

interface StartsParts {
  readonly draft: DraftHandle;
  readonly run: Run;
  readonly view: View;
  readonly requestNow: () => RunInput;
  readonly isOff: boolean;
}

/** The two ways to run what is written: once, or for each of its tests. */
export interface Starts {
  readonly startRun: () => void;
  readonly tests: Tests;
  /** What the shown run was started with. */
  readonly ran: Ran | null;
  /** The files are not those that the shown run was started with. */
  readonly isStale: boolean;
  /** Running the tests again would run the very same. */
  readonly isSameTestRun: boolean;
}

export function useStarts({ draft, run, view, requestNow, isOff }: StartsParts): Starts {
  const [ran, setRan] = useState<Ran | null>(null);
  const begin = (pane: 'output' | 'tests', request: RunInput) => {
    if (isOff || run.link.status !== 'connected') return false;
    view.showPane(pane);
    setRan({ language: request.language, draft: draft.draftNow() });
    void run.session.start(request).catch(reportError);
    return true;
  };
  const tests = useTests(draft, run, (chosen) => begin('tests', testRunOf(requestNow(), chosen)));
  const ranAll = run.tests > 0 && run.tests === draft.draft.tests.length && !tests.isRunning;
  return {
    tests,
    startRun: () => void begin('output', requestNow()),
    ran,
    isStale: ran !== null && !isSameProgram(ran.draft, draft.draft),
    isSameTestRun: ranAll && ran?.draft === draft.draft,
  };
}
